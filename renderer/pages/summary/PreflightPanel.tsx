import type { preflight } from '../../../shared/insight/preflight';
import { bilingual, t } from '../../i18n/i18n';
import { hrefOf } from '../../state/location';
import { d } from './texts';

/** How many findings of a check are listed before "and more". */
const shownFindings = 5;

type Found = ReturnType<typeof preflight>;

interface PreflightPanelProps {
  readonly month: string;
  readonly found: Found;
  readonly isAnnexed: boolean;
  readonly onAnnex: (isAnnexed: boolean) => void;
}

/** What to mend before printing, each with the way to it. */
export function PreflightPanel({ month, found, isAnnexed, onAnnex }: PreflightPanelProps) {
  return (
    <section>
      <h2>{t('summary.checks')}</h2>
      {found.length === 0 && <p className="ty-light ty-light-done">✓ {t('summary.clean')}</p>}
      {found.map(({ check, findings }) => (
        <section key={check.id}>
          <h3>
            {bilingual(check.name)} <span className="ty-soft">{findings.length}</span>
          </h3>
          <Findings findings={findings.slice(0, shownFindings)} month={month} />
          {findings.length > shownFindings && (
            <details>
              <summary>{t('summary.more', { count: findings.length - shownFindings })}</summary>
              <Findings findings={findings.slice(shownFindings)} month={month} />
            </details>
          )}
        </section>
      ))}
      <label className="ty-check">
        <input
          type="checkbox"
          checked={isAnnexed}
          onChange={(event) => onAnnex(event.target.checked)}
        />{' '}
        {d('check.annex')}
      </label>
    </section>
  );
}

interface FindingsProps {
  readonly findings: Found[number]['findings'];
  readonly month: string;
}

function Findings({ findings, month }: FindingsProps) {
  return (
    <ul>
      {findings.map(({ text, link }) => (
        <li key={`${link.page}:${link.id}:${text.zh}`}>
          <a
            href={hrefOf(link.page, {
              month: link.month ?? month,
              ...(link.page === 'rating' && { person: link.id }),
              ...(link.page === 'tasks' && { task: link.id }),
              ...(link.page === 'mechanisms' && { item: link.id }),
              ...(link.page === 'targets' && { target: link.id }),
              ...(link.page === 'exchange' && { view: 'conflicts' }),
              ...(link.page === 'registers' && { kind: 'risk-point', record: link.id }),
            })}
          >
            {bilingual(text)}
          </a>
        </li>
      ))}
    </ul>
  );
}
