import { StorageError } from './storage-error';

/** Fewest characters of a passphrase. */
export const leastPassphrase = 8;

/** Weakest score of zxcvbn's five (0 … 4) that is taken: 100 million guesses, each some tenths of a second. */
const leastScore = 3;

/** What passwords here are often made of, most often first. */
const office = [
  ...['woaini', '520', '1314', '5201314', 'mima', 'wodemima', 'nihao', 'zhongguo', 'beijing'],
  ...['gongzuo', 'danwei', 'bangongshi', 'dangwei', 'shuji', 'juzhang', 'zhuren', 'renmin'],
  ...['laoban', 'dianhua', 'gonghui', 'xuexi', 'fuwu', 'touyan', 'dayan', 'qwer1234', 'a123456'],
];

// The list of common passwords is long, and a new passphrase is rare.
const load = async () => {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...dictionary, office },
    graphs: adjacencyGraphs,
  });
};

let loading: ReturnType<typeof load> | undefined;

/**
 * A text as the estimator is to count it. It takes any character for one of ten; a Chinese one is one
 * of thousands and counts as two.
 */
const counted = (text: string): string =>
  text.replace(/\p{Script=Han}/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return String.fromCharCode(0xe000 + (code >> 8), 0xe800 + (code & 0xff));
  });

/**
 * Throws StorageError `weak-passphrase` where a new passphrase has less than `leastPassphrase`
 * characters, or where it is guessed soon: a common one, a date, a row of keys, a repetition.
 */
export async function expectStrong(passphrase: string): Promise<void> {
  const text = passphrase.normalize('NFKC').trim();
  const weak = new StorageError('weak-passphrase', { least: leastPassphrase });
  if ([...text].length < leastPassphrase) throw weak;
  loading ??= load();
  // What is beyond makes a long one no weaker.
  if ((await loading).check(counted(text.slice(0, 100))).score < leastScore) throw weak;
}
