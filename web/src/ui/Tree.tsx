import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Collection } from "react-aria-components/Collection";
import { Tree as AriaTree, TreeItem, TreeItemContent } from "react-aria-components/Tree";
import { useMessages } from "../i18n/use-messages.ts";
import { Button } from "./Button.tsx";
import { Icon } from "./icons/Icon.tsx";
import { Spinner } from "./icons/Spinner.tsx";
import { uiMessages } from "./messages.ts";
import "./tree.css";

/** A thing in a tree. */
export interface TreeNode<Value> {
  id: string;
  value: Value;
  /** What is typed to come to it. */
  text: string;
  /** Where Enter and a press lead. */
  href: string;
  /** Whether something stands below it, loaded or not. */
  isBranch: boolean;
  /** What stands below it, once it is open and loaded. */
  children: readonly TreeNode<Value>[];
}

interface TreeProps<Value> {
  label: string;
  nodes: readonly TreeNode<Value>[];
  expanded: ReadonlySet<string>;
  onExpandedChange: (expanded: ReadonlySet<string>) => void;
  /** The row behind the arrow. */
  children: (value: Value) => ReactNode;
}

/** Things that stand below each other. Arrows open and close, letters find. */
export function Tree<Value>({
  label,
  nodes,
  expanded,
  onExpandedChange,
  children,
}: TreeProps<Value>) {
  const t = useMessages(uiMessages);
  const renderNode = (node: TreeNode<Value>) => (
    <TreeItem id={node.id} textValue={node.text} href={node.href} className="tree-item">
      <TreeItemContent>
        {({ isExpanded }) => (
          <div className="tree-row">
            {node.isBranch ? (
              <AriaButton slot="chevron" className="tree-arrow">
                <Icon name={isExpanded ? "chevronDown" : "chevronRight"} size={14} />
              </AriaButton>
            ) : (
              <span className="tree-arrow" />
            )}
            {children(node.value)}
          </div>
        )}
      </TreeItemContent>
      {node.isBranch && node.children.length === 0 ? (
        // What can be opened must have something in it: a row for what is on its way.
        <TreeItem
          id={`${node.id} loading`}
          textValue={t("loading")}
          isDisabled
          className="tree-item"
        >
          <TreeItemContent>
            <div className="tree-row muted">
              <span className="tree-arrow">
                <Spinner size={14} />
              </span>
              {t("loading")}
            </div>
          </TreeItemContent>
        </TreeItem>
      ) : (
        <Collection items={node.children}>{renderNode}</Collection>
      )}
    </TreeItem>
  );
  return (
    <AriaTree
      aria-label={label}
      className="tree"
      items={nodes}
      expandedKeys={expanded}
      onExpandedChange={(keys) => onExpandedChange(new Set([...keys].map(String)))}
      dependencies={[children]}
      renderEmptyState={() => <p className="muted">{t("noOptions")}</p>}
    >
      {renderNode}
    </AriaTree>
  );
}

/** Under a tree that is longer than what is shown of it. */
export function TreeMore({
  isLoading,
  onMore,
  children,
}: {
  isLoading: boolean;
  onMore: () => void;
  children: string;
}) {
  return (
    <div className="tree-more">
      <Button size="small" isPending={isLoading} onPress={onMore}>
        {children}
      </Button>
    </div>
  );
}
