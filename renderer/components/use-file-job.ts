import { useEffect, useRef, useState } from 'react';
import { errorText } from '../i18n/error-text';
import { CallFailed, call, listen } from '../state/bridge';

/** Copying files in or out, as one component sees it. */
export interface FileJob {
  /** Share that is done, 0 … 1; undefined where nothing is being copied. */
  readonly share: number | undefined;
  /** What went wrong with the last job. */
  readonly complaints: readonly string[];
  /** Carries out a job and gives its value; undefined where it failed or one is running. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T | undefined>;
  readonly stop: () => void;
  /** Says one thing more about the last job. */
  readonly complain: (complaint: string) => void;
}

/** One job with files at a time: how far it is, how it is stopped, and why it failed. */
export function useFileJob(
  section: 'attachments' | 'transfer' | 'documents' = 'attachments',
): FileJob {
  const [share, setShare] = useState<number>();
  const [complaints, setComplaints] = useState<readonly string[]>([]);
  const isRunning = useRef(false);
  useEffect(
    () =>
      listen('job.progress', ({ job, done, total }) => {
        if (!isRunning.current || !job.startsWith(`${section}.`) || total === 0) return;
        setShare(done / total);
      }),
    [section],
  );
  const complain = (complaint: string) =>
    setComplaints((known) => (known.includes(complaint) ? known : [...known, complaint]));
  const run = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (isRunning.current) return undefined;
    isRunning.current = true;
    setComplaints([]);
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      if (error.error.code !== 'cancelled') complain(errorText(error.error));
      return undefined;
    } finally {
      isRunning.current = false;
      setShare(undefined);
    }
  };
  const stop = () => void call(`${section}.cancel`, null);
  return { share, complaints, run, stop, complain };
}
