/** NIST SP 800-63B §3.1.1.2: length and a list of common passwords; no composition rules. 15 because it is the only factor. */
export const passwordLength = { min: 15, max: 128 } as const;

export type PasswordFault = 'tooShort' | 'tooLong' | 'tooCommon' | 'tooPlain';

/** Null for a password that may be used. */
export function passwordFault(password: string): PasswordFault | null {
  const length = [...password].length;
  if (length < passwordLength.min) return 'tooShort';
  if (length > passwordLength.max) return 'tooLong';
  const folded = password.toLowerCase().normalize('NFKC');
  if (new Set(folded).size < 5) return 'tooPlain';
  if (isSequence(folded)) return 'tooPlain';
  return isCommon(folded) ? 'tooCommon' : null;
}

/** Long passwords become common by repeating or padding a short common one: that is what is left when the padding goes. */
function isCommon(folded: string): boolean {
  const unit = shortestUnit(folded);
  const core = unit.replace(/[^a-z]/g, '');
  return commonWords.has(unit) || commonWords.has(core) || splitsIntoCommonWords(core);
}

function shortestUnit(text: string): string {
  for (let size = 1; size <= text.length / 2; size++) {
    const unit = text.slice(0, size);
    if (unit.repeat(Math.ceil(text.length / size)).startsWith(text)) return unit;
  }
  return text;
}

/** Up to two common words with digits and signs around them: `Password123Welcome!`. */
function splitsIntoCommonWords(core: string): boolean {
  if (core.length === 0) return true;
  for (const word of commonWords) {
    if (core.startsWith(word) && (core.length === word.length || commonWords.has(core.slice(word.length)))) return true;
  }
  return false;
}

function isSequence(text: string): boolean {
  const codes = [...text].map((char) => char.codePointAt(0) ?? 0);
  const steps = codes.slice(1).filter((code, i) => Math.abs(code - (codes[i] ?? 0)) <= 1).length;
  return steps >= codes.length - 2;
}

/** Words that lead the public lists of leaked passwords. */
const commonWords: ReadonlySet<string> = new Set(
  (
    'password passwort passw0rd welcome admin administrator letmein qwerty qwertyuiop qwertz qwertyuiopasdfgh asdfghjkl zxcvbnm iloveyou monkey dragon ' +
    'sunshine princess football baseball master superman batman trustno shadow michael jennifer charlie summer winter spring autumn ' +
    'january february october november december monday friday secret changeme default temporary temp test testing guest login user ' +
    'hello hellohello whatever freedom starwars computer internet samsung google facebook company portico tenant abc abcd abcabc aaa access ' +
    'mypassword yourpassword thisismypassword correcthorsebatterystaple'
  ).split(' '),
);
