const SMALL: Readonly<Record<string, number>> = Object.fromEntries(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, index) => [word, index + 1]),
);

const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

export const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  thousands: 1e3,
  million: 1e6,
  millions: 1e6,
  mln: 1e6,
  billion: 1e9,
  bln: 1e9,
  bn: 1e9,
  trillion: 1e12,
  dozen: 12,
};

const DIGITS = String.raw`\d{1,3}(?:[,\u00a0\u2009\u202f ]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?`;

const WORD = [...Object.keys(TENS), ...Object.keys(SMALL)].sort((a, b) => b.length - a.length).join('|');

const SIMPLE = Object.keys(SMALL).slice(0, 9).join('|');

export const SCALE = Object.keys(SCALES)
  .sort((a, b) => b.length - a.length)
  .join('|');

const BELOW_HUNDRED = String.raw`(?:(?:${Object.keys(TENS).join('|')})(?:[- ](?:${SIMPLE}))?|${WORD})(?!\p{L})`;

/** "two thousand five hundred and twelve", "a hundred and twenty", "fifteen". */
const WORDS = String.raw`(?:${BELOW_HUNDRED}|an?(?=\s+(?:${SCALE})\b))(?:\s+(?:${SCALE})\b(?:\s+(?:and\s+)?${BELOW_HUNDRED})?)*`;

export const NUMBER = String.raw`(?:half\s+an?(?=\s+(?:${SCALE}|hour|minute)\b)(?:\s+(?:${SCALE})\b){0,2}|(?:${WORD}|an?)\s+and\s+a\s+half(?:\s+(?:${SCALE})\b){0,2}|(?:${DIGITS})(?:(?:mln|bln|bn)\b|(?:\s+(?:${SCALE})\b){0,2})|${WORDS})`;

/** Null where the words are no number. A comma before three digits parts thousands; any other is a decimal one. */
export function numberOf(printed: string): number | null {
  const words = printed.trim().toLowerCase();
  const half = /^(?<whole>half an?|\S+ and a half)(?<scales>(?:\s+[a-z]+)*)$/.exec(words)?.groups;
  if (half) {
    const whole = half.whole?.startsWith('half') ? 0 : (baseOf(half.whole?.split(' ')[0] ?? '') ?? Number.NaN);
    return numberOf(`${whole + 0.5}${half.scales}`);
  }
  const parts = words.split(/\s+(?=[a-z])|-(?=[a-z])|(?<=\d)(?=[a-z])/);
  let [total, current] = [0, baseOf(parts[0] ?? '')];
  for (const part of parts.slice(1)) {
    if (part === 'and') continue;
    const scale = SCALES[part];
    const base = scale === undefined ? baseOf(part) : null;
    if (current === null || (scale === undefined && base === null)) return null;
    if (scale === undefined) current += base ?? 0;
    // "two thousand five hundred": a hundred may be multiplied again, a thousand is done with.
    else if (scale >= 1000) {
      total += current * scale;
      current = 0;
    } else current *= scale;
  }
  return current === null ? null : roundOff(total + current);
}

function baseOf(head: string): number | null {
  if (/^an?$/.test(head)) return 1;
  if (/^\d/.test(head)) {
    const grouped = /^\d{1,3}(?:[,\s]\d{3})+(?:\.\d+)?$/.test(head);
    return Number(grouped ? head.replaceAll(/[,\s]/g, '') : head.replace(',', '.'));
  }
  return TENS[head] ?? SMALL[head] ?? null;
}

/** Away with what binary fractions add: 1.1 thousand is 1100. */
const roundOff = (value: number) => Number(value.toPrecision(12));
