import { translator } from '@/lib/messages/translator';
import en from '@/lib/messages/en/shippedFlags.json';
import { shippedFlags } from './catalogue';

type Word = keyof typeof en;

interface Named {
  key: string;
  name: string;
  description: string;
}

/** A flag with its name and description in the reader's language, each where it is still the shipped one; what somebody wrote is kept. */
export function inReadersWords<Flag extends Named>(flag: Flag): Flag {
  const word = flag.key.replaceAll('.', '_');
  if (!(flag.key in shippedFlags) || !isWord(word)) return flag;
  const t = translator('shippedFlags');
  return {
    ...flag,
    ...(flag.name === en[word].name && { name: t(`${word}.name`) }),
    ...(flag.description === en[word].description && { description: t(`${word}.description`) }),
  };
}

function isWord(word: string): word is Word {
  return word in en;
}
