/** English plurals, roughly: what is left over reads as it stands. */
export function singular(word: string): string {
  if (/^(?:sorties|movies|calories|series|species)$/.test(word)) return word.replace(/(?<=ie)s$/, '');
  if (/ies$/.test(word)) return word.replace(/ies$/, 'y');
  if (/(?:ss|x|ch|sh|z)es$/.test(word)) return word.replace(/es$/, '');
  if (/men$/.test(word)) return word.replace(/men$/, 'man');
  return /[^su]s$/.test(word) ? word.replace(/s$/, '') : word;
}
