import { type DragEvent, type KeyboardEvent, useMemo } from 'react';
import type { Period } from '../../../shared/calendar/period';
import type { Ratable } from '../../../shared/catalogue/row';
import { edit, recordOrDefault } from '../../../shared/changes/records';
import {
  type Evidence,
  evidenceFor,
  linkedEvidence,
} from '../../../shared/insight/rating-evidence';
import { ratingId } from '../../../shared/model/rating';
import { Attachments } from '../../components/Attachments';
import { Dialog } from '../../components/Dialog';
import { TextField } from '../../components/TextField';
import { bilingual, shortDayText } from '../../i18n/i18n';
import { act } from '../../state/act';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';
import { r } from './texts';

interface EvidenceDialogProps {
  readonly row: Ratable;
  readonly person: string;
  readonly period: Period;
  readonly disabled: boolean;
  readonly onClose: () => void;
}

const type = 'text/x-touyan-evidence';

/** Up and down go from one record of a list to the next. */
function move(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLElement)) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const next = all[all.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Before a record goes over to the other list: the focus goes to the next of its own, else on. */
function focusNeighbour(button: HTMLElement): void {
  const line = button.closest('li');
  const next = line?.nextElementSibling ?? line?.previousElementSibling;
  const target =
    next?.querySelector('button') ?? line?.closest('dialog')?.querySelector('textarea');
  target?.focus();
}

/** What a rating rests on: records of the period, words and files. */
export default function EvidenceDialog(props: EvidenceDialogProps) {
  const { row, person, period, disabled, onClose } = props;
  const replica = useReplica();
  const today = useToday();
  const id = ratingId(person, period, row.id);
  const rating = recordOrDefault(replica.state, 'rating', id);
  const { links } = rating;
  const offered = useMemo(
    () => evidenceFor(replica.state, row, { person, period, today }),
    [replica, row, person, period, today],
  );
  const open = offered.filter(({ link }) => !links.includes(link));
  const save = (fields: { links?: string[]; evidence?: string }) =>
    void act('rating.set', [edit('rating', id, fields)], { audience: 'private' });
  const attach = (link: string) => {
    if (!disabled && !links.includes(link)) save({ links: [...links, link] });
  };
  const detach = (link: string) => save({ links: links.filter((one) => one !== link) });
  const dropped = (event: DragEvent) => {
    const link = event.dataTransfer.getData(type);
    if (!offered.some((one) => one.link === link)) return;
    event.preventDefault();
    attach(link);
  };

  return (
    <Dialog title={r('evidence.title', { item: bilingual(row.text) })} isWide onClose={onClose}>
      <div className="ty-evidence">
        <section aria-label={r('evidence.offered')}>
          <h3>{r('evidence.offered')}</h3>
          {open.length === 0 ? (
            <p className="ty-hint">{r('evidence.offered.none')}</p>
          ) : (
            <ul className="ty-evidence-list" tabIndex={-1} onKeyDown={move}>
              {open.map((one) => (
                <li
                  key={one.link}
                  draggable={!disabled}
                  onDragStart={(event) => event.dataTransfer.setData(type, one.link)}
                >
                  <button
                    type="button"
                    disabled={disabled}
                    aria-label={r('evidence.attach', { what: nameOf(one) })}
                    onClick={(event) => {
                      focusNeighbour(event.currentTarget);
                      attach(one.link);
                    }}
                  >
                    <Line evidence={one} />
                  </button>
                </li>
              ))}
            </ul>
          )}
        </section>
        <section
          aria-label={r('evidence.attached')}
          onDragOver={(event) => event.dataTransfer.types.includes(type) && event.preventDefault()}
          onDrop={dropped}
        >
          <h3>{r('evidence.attached')}</h3>
          {links.length === 0 ? (
            <p className="ty-hint">{r('evidence.attached.none')}</p>
          ) : (
            <ul className="ty-evidence-list" tabIndex={-1} onKeyDown={move}>
              {links.map((link) => {
                const one = linkedEvidence(replica.state, link, person);
                return (
                  <li key={link}>
                    <button
                      type="button"
                      disabled={disabled}
                      aria-label={r('evidence.detach', {
                        what: one ? nameOf(one) : r('evidence.gone'),
                      })}
                      onClick={(event) => {
                        focusNeighbour(event.currentTarget);
                        detach(link);
                      }}
                    >
                      {one ? <Line evidence={one} /> : r('evidence.gone')}
                      <span aria-hidden="true">✕</span>
                    </button>
                  </li>
                );
              })}
            </ul>
          )}
        </section>
      </div>
      <TextField
        label={r('evidence.words')}
        value={rating.evidence}
        multiline
        {...(row.evidence && { hint: bilingual(row.evidence) })}
        onCommit={(text) => !disabled && save({ evidence: text })}
      />
      <Attachments owner={{ collection: 'rating', id }} disabled={disabled} audience="private" />
    </Dialog>
  );
}

const nameOf = ({ kind, title }: Evidence): string => `${bilingual(kind)} ${title}`;

function Line({ evidence }: { readonly evidence: Evidence }) {
  const { date, kind, title, isOwn } = evidence;
  return (
    <span className="ty-evidence-line">
      <span className="ty-soft">
        {date && shortDayText(date)} {bilingual(kind)}
        {isOwn && ` · ${r('evidence.own')}`}
      </span>
      {title}
    </span>
  );
}
