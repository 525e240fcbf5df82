import { useState } from 'react';
import { type FileJob, useFileJob } from '../../components/use-file-job';

/** A job with packages, and whether one is running. */
export interface Transfer {
  readonly job: FileJob;
  readonly isBusy: boolean;
  readonly run: <T>(work: () => Promise<T>) => Promise<T | undefined>;
}

/** One job with packages at a time. */
export function useTransfer(): Transfer {
  const job = useFileJob('transfer');
  const [isBusy, setBusy] = useState(false);
  const run = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    setBusy(true);
    try {
      return await job.run(work);
    } finally {
      setBusy(false);
    }
  };
  return { job, isBusy, run };
}
