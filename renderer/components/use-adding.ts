import { useEffect, useRef, useState } from 'react';
import { errorText } from '../i18n/error-text';
import { CallFailed, call, callAddFiles, listen } from '../state/bridge';
import type { HeldFile } from './attachment-edits';

/** Copying files in, as one component sees it. */
export interface Adding {
  /** Share that is done, 0 … 1; undefined where nothing is being copied. */
  readonly share: number | undefined;
  /** Why the last files, or some of them, were not added. */
  readonly complaints: readonly string[];
  /** Lets the user choose files, or takes those dropped; gives what was copied in. */
  readonly add: (dropped?: readonly File[]) => Promise<readonly HeldFile[]>;
  readonly stop: () => void;
  /** Says one thing more. */
  readonly complain: (complaint: string) => void;
}

/** Copies files in and tells how far it is. */
export function useAdding(): Adding {
  const [share, setShare] = useState<number>();
  const [complaints, setComplaints] = useState<readonly string[]>([]);
  const isAdding = useRef(false);
  useEffect(
    () =>
      listen('job.progress', ({ job, done, total }) => {
        if (job === 'attachments.add' && isAdding.current && total > 0) setShare(done / total);
      }),
    [],
  );
  const add = async (dropped?: readonly File[]): Promise<readonly HeldFile[]> => {
    if (isAdding.current) return [];
    isAdding.current = true;
    setComplaints([]);
    try {
      const answer = await (dropped ? callAddFiles(dropped) : call('attachments.add', null));
      setComplaints(answer?.refused.map(errorText) ?? []);
      return answer?.added ?? [];
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      if (error.error.code !== 'cancelled') setComplaints([errorText(error.error)]);
      return [];
    } finally {
      isAdding.current = false;
      setShare(undefined);
    }
  };
  const stop = () => void call('attachments.cancel', null);
  const complain = (complaint: string) =>
    setComplaints((known) => (known.includes(complaint) ? known : [...known, complaint]));
  return { share, complaints, add, stop, complain };
}
