/** Words about copying links. */
export const en = {
  copyPage: "Copy link",
  copyView: "Copy link to this view",
  copied: "Link copied",
  viewCopied: "Link to this view copied",
  rowCopied: "Link to {name} copied",
  failed: "Your browser refused to copy. Copy the address of the page by hand.",
} as const;
