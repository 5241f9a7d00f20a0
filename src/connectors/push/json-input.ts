import { Tokenizer, TokenizerError, TokenType } from "@streamparser/json";
import { showRawValue } from "../../core/input/cell-text.ts";
import {
  InputError,
  type InputErrorCode,
  type InputProblem,
} from "../../core/input/input-error.ts";
import type { InputBatch } from "../../core/input/rows.ts";
import { decodeText } from "./decode-text.ts";
import { createJsonGrammar, MAX_DEPTH } from "./json-grammar.ts";
import type { JsonSection } from "./json-section.ts";
import { BATCH_CHARACTERS, BATCH_ROWS, type SectionTally } from "./section-tally.ts";
import { advancePosition, TEXT_START, type TextPosition } from "./text-position.ts";

/** A single text or gap longer than this is refused, */
const MAX_TOKEN_BYTES = 1024 * 1024;
/** and so is a row longer than this: what is held in memory must not be the sender's choice. */
const MAX_ROW_BYTES = 4 * 1024 * 1024;

type Place = Omit<InputProblem, "message">;

/** What the reader asks of its surroundings. */
export interface JsonSectionHost {
  /** The section that a top-level key means. Throws `InputError` where it is none, or a second time. */
  open(key: string, place: Place): JsonSection;
  close(section: JsonSection, tally: SectionTally): void;
}

/** Keeps numbers as they are written: an id of twenty digits is no JavaScript number. */
class TextTokenizer extends Tokenizer {
  numberText = "";

  protected override parseNumber(text: string): number {
    this.numberText = text;
    return 0;
  }
}

/** Reads a JSON body with one array for each section. Throws `InputError` for what is wrong as a whole. */
export async function* readJsonInput(
  host: JsonSectionHost,
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  sliceSize?: number,
): AsyncGenerator<InputBatch, void> {
  const walk = new JsonWalk(host, file);
  for await (const { text, start } of decodeText(bytes, file, sliceSize)) {
    yield* walk.write(text, start);
  }
  yield* walk.end();
}

class JsonWalk {
  private readonly host: JsonSectionHost;
  private readonly file: string;
  private readonly tokenizer = new TextTokenizer({
    stringBufferSize: 64 * 1024,
    numberBufferSize: 64,
  });
  private readonly grammar = createJsonGrammar();
  private section: JsonSection | undefined;
  private sectionKey = "";
  private rowKey: string | undefined;
  private list: string[] | undefined;
  private batches: InputBatch[] = [];
  private gathered = 0;
  private slice: Buffer = Buffer.alloc(0);
  private sliceOffset = 0;
  private sliceStart: TextPosition = TEXT_START;
  private lastToken = 0;
  private rowOffset = 0;

  constructor(host: JsonSectionHost, file: string) {
    this.host = host;
    this.file = file;
    this.tokenizer.onToken = ({ token, value, offset }) => this.take(token, value, offset);
  }

  write(text: string, start: TextPosition): InputBatch[] {
    this.sliceOffset += this.slice.length;
    this.slice = Buffer.from(text);
    this.sliceStart = start;
    this.run(() => this.tokenizer.write(this.slice));
    const end = this.sliceOffset + this.slice.length;
    if (end - this.lastToken > MAX_TOKEN_BYTES) throw this.tooLarge("A value", "1 MiB", end);
    this.gathered += text.length;
    const rows = this.section?.gatheredRows() ?? 0;
    if (rows >= BATCH_ROWS || (rows > 0 && this.gathered > BATCH_CHARACTERS)) this.flush();
    return this.takeBatches();
  }

  end(): InputBatch[] {
    const end = this.sliceOffset + this.slice.length;
    if (end > 0) this.run(() => this.tokenizer.end());
    if (!this.grammar.isComplete()) {
      const message =
        end === 0
          ? `${this.file} is empty. Send an object with the sections, such as {"members": []}.`
          : `${this.file} ends before its JSON is complete. Send the whole body.`;
      throw this.refuse(end === 0 ? "empty_file" : "malformed_json", end, message);
    }
    return this.takeBatches();
  }

  private run(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof TokenizerError)) throw error;
      // The tokenizer tells the place of the fault only in words.
      const position = /absolute position "(\d+)"/.exec(error.message);
      const end = this.sliceOffset + this.slice.length;
      throw this.unexpected(position === null ? end : Number(position[1]));
    }
  }

  private take(token: TokenType, value: unknown, offset: number): void {
    const text = typeof value === "string" ? value : "";
    if (text.length > MAX_TOKEN_BYTES) throw this.tooLarge("A value", "1 MiB", offset);
    this.lastToken = offset + text.length;
    const step = this.grammar.step(token);
    if (step === undefined) throw this.unexpected(offset);
    const depth = this.grammar.depth();
    if (depth >= 3 && offset - this.rowOffset > MAX_ROW_BYTES) {
      throw this.tooLarge("A row", "4 MiB", offset);
    }
    switch (step) {
      case "open_object":
      case "open_array":
        this.openContainer(step === "open_array", depth, offset);
        break;
      case "close":
        this.closeContainer(depth, offset);
        break;
      case "key":
        if (depth === 1) this.openSection(text, offset);
        else if (depth === 3) this.openKey(text, offset);
        break;
      case "value":
        this.takeValue(token, text, depth, offset);
        break;
      case "none":
        break;
    }
  }

  private openSection(key: string, offset: number): void {
    this.sectionKey = key;
    this.section = this.host.open(key, this.placeAt(offset, `/${escapePointer(key)}`));
  }

  private openKey(key: string, offset: number): void {
    this.rowKey = key;
    this.section!.openKey(key, () => this.placeAt(offset));
  }

  /** `depth` counts the container that has just been opened. */
  private openContainer(isArray: boolean, depth: number, offset: number): void {
    if (depth > MAX_DEPTH) {
      const message = `Lists and objects stand more than ${MAX_DEPTH} deep in each other. Send each row as a flat object.`;
      throw this.refuse("too_deep", offset, message);
    }
    if (depth === 1 && isArray) throw this.notAnObject(offset);
    if (depth === 2 && !isArray) throw this.notAnArray(offset);
    if (depth === 3) {
      if (isArray) throw this.notARow(offset);
      this.rowOffset = offset;
      this.section!.beginRow();
    }
    if (depth === 4) {
      if (isArray && this.section!.takesList()) this.list = [];
      else this.section!.refuseType(isArray ? "[…]" : "{…}");
    }
    if (depth === 5 && this.list !== undefined) {
      // A list within the list, or an object: the value as a whole is none that the field can take.
      this.list = undefined;
      this.section!.refuseType("[…]");
    }
  }

  /** `depth` no longer counts the container that has just been closed. */
  private closeContainer(depth: number, offset: number): void {
    if (depth === 3 && this.list !== undefined) {
      this.section!.readList(this.list);
      this.list = undefined;
    }
    if (depth === 2) this.section!.endRow();
    if (depth === 1) this.closeSection(offset);
    if (depth <= 3) this.rowKey = undefined;
  }

  private closeSection(offset: number): void {
    const section = this.section!;
    this.flush();
    const place = () => this.placeAt(offset, `/${escapePointer(this.sectionKey)}`);
    this.host.close(section, section.finish(place));
    this.section = undefined;
  }

  private takeValue(token: TokenType, text: string, depth: number, offset: number): void {
    if (depth === 0) throw this.notAnObject(offset);
    if (depth === 1) throw this.notAnArray(offset);
    if (depth === 2) throw this.notARow(offset);
    if (depth === 3) this.section!.readText(this.asText(token, text));
    if (depth === 4) this.list?.push(this.asText(token, text));
  }

  private asText(token: TokenType, text: string): string {
    switch (token) {
      case TokenType.NUMBER:
        return this.tokenizer.numberText;
      case TokenType.TRUE:
        return "true";
      case TokenType.FALSE:
        return "false";
      case TokenType.NULL:
        return "";
      default:
        return text;
    }
  }

  private flush(): void {
    if (this.section !== undefined && this.section.gatheredRows() > 0) {
      this.batches.push(this.section.takeBatch());
    }
    this.gathered = 0;
  }

  private takeBatches(): InputBatch[] {
    const { batches } = this;
    this.batches = [];
    return batches;
  }

  private pointer(): string {
    if (this.section === undefined) return "";
    const row = this.section.rowCount();
    const section = `/${escapePointer(this.sectionKey)}`;
    if (this.grammar.depth() < 3 && this.rowKey === undefined) return section;
    const key = this.rowKey === undefined ? "" : `/${escapePointer(this.rowKey)}`;
    return `${section}/${row - 1}${key}`;
  }

  /** Offsets count bytes of the text as UTF-8; a token from an earlier slice is placed at this slice's start. */
  private placeAt(offset: number, pointer = this.pointer()): Place {
    const before = this.slice.subarray(0, Math.max(0, offset - this.sliceOffset)).toString();
    const { line, column } = advancePosition(this.sliceStart, before);
    return { file: this.file, line, column, pointer };
  }

  private refuse(code: InputErrorCode, offset: number, message: string, pointer?: string) {
    return new InputError(code, { ...this.placeAt(offset, pointer), message });
  }

  private unexpected(offset: number): InputError {
    const place = this.placeAt(offset);
    const rest = this.slice.subarray(Math.max(0, offset - this.sliceOffset)).toString();
    const character = String.fromCodePoint(rest.codePointAt(0) ?? 0x20);
    return new InputError("malformed_json", {
      ...place,
      message:
        rest === ""
          ? `${this.file} ends before its JSON is complete. Send the whole body.`
          : `${this.file} is not valid JSON at line ${place.line}, column ${place.column}: "${showRawValue(character)}" may not stand there. Write the body with a JSON library.`,
    });
  }

  private tooLarge(what: string, limit: string, offset: number): InputError {
    return this.refuse("row_too_large", offset, `${what} is longer than ${limit}. Shorten it.`);
  }

  private notAnObject(offset: number): InputError {
    const message =
      'The body is no object. Send an object with the sections, such as {"members": []}.';
    return this.refuse("malformed_json", offset, message, "");
  }

  private notAnArray(offset: number): InputError {
    const key = showRawValue(this.sectionKey);
    const message = `"${key}" is no array. Send an array of rows; leave the key out to leave the section as it is.`;
    return this.refuse("section_not_array", offset, message, `/${escapePointer(this.sectionKey)}`);
  }

  private notARow(offset: number): InputError {
    const message = "A row is no object. Send each row as an object with the fields as keys.";
    const pointer = `/${escapePointer(this.sectionKey)}/${this.section!.rowCount()}`;
    return this.refuse("row_not_object", offset, message, pointer);
  }
}

function escapePointer(key: string): string {
  return showRawValue(key).replaceAll("~", "~0").replaceAll("/", "~1");
}
