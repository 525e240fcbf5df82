import { randomInt } from 'node:crypto';

// Digits and letters that cannot be taken for each other on paper. Their count is a prime, so that
// the check letter below finds every wrong letter and every two that changed places.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXY';
const misread: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', Z: '2', U: 'V' };

/** 27 random letters are 133 bits. */
const randomLetters = 27;
const groupSize = 4;

/** Sum of the letters' values, each times its place from 1. */
function checkLetter(body: string): string {
  const sum = [...body].reduce(
    (total, letter, at) => total + (at + 1) * letters.indexOf(letter),
    0,
  );
  return letters.charAt(sum % letters.length);
}

/** A new recovery code as it is printed: seven groups of four, 133 random bits, a check letter. */
export function newRecoveryCode(): string {
  const body = Array.from({ length: randomLetters }, () =>
    letters.charAt(randomInt(letters.length)),
  ).join('');
  return (body + checkLetter(body)).match(new RegExp(`.{${groupSize}}`, 'g'))?.join('-') ?? '';
}

/**
 * The letters of a recovery code as somebody typed it: blanks, dashes, small and full-width letters
 * and letters that look alike do not matter. Undefined where it is mistyped.
 */
export function parseRecoveryCode(text: string): string | undefined {
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}_.]/gu, '');
  const code = [...typed].map((letter) => misread[letter] ?? letter).join('');
  if (code.length !== randomLetters + 1) return undefined;
  if ([...code].some((letter) => !letters.includes(letter))) return undefined;
  return checkLetter(code.slice(0, -1)) === code.at(-1) ? code : undefined;
}
