import { DomainError } from '../lib/domain-error.ts';

/** There are no words in the file, or none are left when the boilerplate is taken away. */
export class EmptyTextError extends DomainError {
  readonly code = 'EMPTY_TEXT';
  constructor() {
    super('The file holds no text.');
  }
}

export class BinaryFileError extends DomainError {
  readonly code = 'BINARY_FILE';
  /** Of the first byte that no text has, from 0. */
  readonly offset: number;
  constructor(offset: number) {
    super(`The file is no text: see the byte at offset ${offset}. Save the digest as plain text, Markdown or HTML.`);
    this.offset = offset;
  }
}

export class UnreadableEncodingError extends DomainError {
  readonly code = 'UNREADABLE_ENCODING';
  readonly encoding: string;
  /** Of the first byte that cannot be read, from 0. */
  readonly offset: number;
  constructor(encoding: string, offset: number) {
    super(
      `The file is not in ${encoding}: the byte at offset ${offset} cannot be read. Save it in UTF-8, or in UTF-16 with a byte order mark.`,
    );
    this.encoding = encoding;
    this.offset = offset;
  }
}

export class TextTooLargeError extends DomainError {
  readonly code = 'TEXT_TOO_LARGE';
  readonly bytes: number;
  readonly limit: number;
  constructor(bytes: number, limit: number) {
    super(`The file has ${bytes} bytes, and a digest may have ${limit}.`);
    this.bytes = bytes;
    this.limit = limit;
  }
}
