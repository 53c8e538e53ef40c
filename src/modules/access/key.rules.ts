import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Before every secret made here, so that a scanner of code and logs knows one when it sees one. */
export const KEY_PREFIX = 'dgk_';

const BYTES = 32;
const SECRET = /^dgk_[A-Za-z0-9_-]{43}$/;
/** Of 256 random bits this gives 36 away: enough to tell keys apart, and far from enough to guess one. */
const HINT_LENGTH = KEY_PREFIX.length + 6;

/** A new secret; whoever asked for it is told, and nobody else. */
export function createSecret(): string {
  return `${KEY_PREFIX}${randomBytes(BYTES).toString('base64url')}`;
}

/** Whether a credential has the form of a key. */
export const isSecret = (text: string): boolean => SECRET.test(text);

/** The beginning of a secret, by which its owner knows it again. */
export const hintOf = (secret: string): string => secret.slice(0, HINT_LENGTH);

/**
 * What is kept of a secret. A plain hash, and no slow one as for passwords: nobody tries 256 random bits one by one, and
 * every request pays for it.
 */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Compares in a time that tells nothing of where they differ. */
export function hashesAgree(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one, 'hex'), Buffer.from(other, 'hex')];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Whether a key is good at that instant: neither revoked nor expired. */
export function isLive(key: { revokedAt: Date | null; expiresAt: Date | null }, now: Date): boolean {
  return key.revokedAt === null && (key.expiresAt === null || key.expiresAt > now);
}
