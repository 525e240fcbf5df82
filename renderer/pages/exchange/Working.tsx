import type { FileJob } from '../../components/use-file-job';
import { t } from '../../i18n/i18n';

/** How far a job is, with a button to stop it, and what went wrong with the last one. */
export function Working({ job, isBusy }: { job: FileJob; isBusy: boolean }) {
  return (
    <>
      {isBusy && (
        <p className="ty-exchange-working" role="status">
          {t('exchange.busy')}{' '}
          <progress
            aria-label={t('exchange.busy')}
            {...(job.share !== undefined && { value: job.share })}
          />{' '}
          <button type="button" className="ty-button ty-button-small" onClick={job.stop}>
            {t('exchange.stop')}
          </button>
        </p>
      )}
      {job.complaints.map((complaint) => (
        <p key={complaint} className="ty-error" role="alert">
          {complaint}
        </p>
      ))}
    </>
  );
}
