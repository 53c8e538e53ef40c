import { BinaryFileError, EmptyTextError, TextTooLargeError, UnreadableEncodingError } from '../ingest.errors.ts';

/** A month's digest has some 30 KB; a page saved with its styles, some hundred. */
export const MAX_DIGEST_BYTES = 5_000_000;

const MARKS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** What files of other kinds begin with: PDF, ZIP (and so the office formats), old office formats, RTF, gzip, PNG, JPEG. */
const OTHER_FORMATS: readonly string[] = [
  '%PDF',
  'PK\x03\x04',
  '\xd0\xcf\x11\xe0',
  '{\\rtf',
  '\x1f\x8b',
  '\x89PNG',
  '\xff\xd8\xff',
];

/** The characters of a file: UTF-8, or what its byte order mark says. Anything else is refused, never guessed at. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > MAX_DIGEST_BYTES) throw new TextTooLargeError(bytes.length, MAX_DIGEST_BYTES);
  if (bytes.length === 0) throw new EmptyTextError();
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  if (OTHER_FORMATS.some((magic) => head.startsWith(magic))) throw new BinaryFileError(0);
  const [mark, encoding] = MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte)) ?? [[], 'utf-8'];
  if (encoding === 'utf-8') refuseBinary(bytes);
  const body = bytes.subarray(mark.length);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(body);
  } catch {
    throw new UnreadableEncodingError(encoding.toUpperCase(), mark.length + findUnreadable(body, encoding));
  }
}

function refuseBinary(bytes: Uint8Array): void {
  const zero = bytes.indexOf(0);
  if (zero < 0) return;
  // Latin letters in UTF-16 have a zero in every second byte.
  const sample = bytes.subarray(0, 1024);
  const zeros = [0, 1].map((odd) => sample.filter((byte, index) => byte === 0 && index % 2 === odd).length);
  const many = sample.length / 4;
  if (zeros.some((count) => count > many) && zeros.some((count) => count < many / 8)) {
    throw new UnreadableEncodingError('UTF-8', zero);
  }
  throw new BinaryFileError(zero);
}

/** Where the first sequence that cannot be read begins: what fails with some start of the bytes fails with a longer one. */
function findUnreadable(bytes: Uint8Array, encoding: string): number {
  const fails = (length: number) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return false;
    } catch {
      return true;
    }
  };
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (fails(middle)) bad = middle;
    else good = middle;
  }
  const read = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(0, good), { stream: true });
  return encoding === 'utf-8' ? Buffer.byteLength(read) : read.length * 2;
}
