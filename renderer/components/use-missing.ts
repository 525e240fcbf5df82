import { useEffect, useState } from 'react';
import { CallFailed, call } from '../state/bridge';

const none: ReadonlySet<string> = new Set();

/** Which of the files are not on this PC; asked anew when the list or `round` changes. */
export function useMissing(hashes: readonly string[], round: number): ReadonlySet<string> {
  const [missing, setMissing] = useState(none);
  const key = [...new Set(hashes)].sort().join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks again
  useEffect(() => {
    let isGone = false;
    if (key === '') {
      setMissing(none);
      return;
    }
    call('attachments.missing', key.split(' ')).then(
      (answer) => {
        if (!isGone) setMissing(answer.length === 0 ? none : new Set(answer));
      },
      (error: unknown) => {
        // Whether a file is there is told again when it is opened.
        if (!(error instanceof CallFailed)) throw error;
      },
    );
    return () => {
      isGone = true;
    };
  }, [key, round]);
  return missing;
}
