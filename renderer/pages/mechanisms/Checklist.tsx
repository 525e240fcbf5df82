import { cadenceLabel } from '../../../shared/calendar/cadence-label';
import type { Day } from '../../../shared/calendar/day';
import { rowById } from '../../../shared/catalogue/catalogue';
import type { CheckItem } from '../../../shared/catalogue/row';
import { edit, recordOf } from '../../../shared/changes/records';
import type { Line } from '../../../shared/insight/checklist';
import { type Duty, isAutomatic } from '../../../shared/insight/duties';
import { kindThatFulfils } from '../../../shared/kinds/kinds';
import { markId } from '../../../shared/model/activity';
import { Light } from '../../components/Light';
import { SavableTable } from '../../components/SavableTable';
import { bilingual, currentLanguage, shortDayText, t } from '../../i18n/i18n';
import { act } from '../../state/act';
import { hrefOf } from '../../state/location';
import { useToday } from '../../state/today';
import { ownerOf, useReplica } from '../../state/workspace';
import { assignedText } from './assigned-text';
import { v } from './texts';

/** The form of the register in which an item is recorded, filled in as the item asks. */
function entryHref(item: CheckItem): string {
  const kind = kindThatFulfils(item.id);
  if (!kind) return hrefOf('registers');
  const condition = kind.fulfilsWhen?.find(({ items }) => items.includes(item.id));
  const isAlways = kind.fulfils.includes(item.id);
  return hrefOf('registers', {
    kind: kind.id,
    new: '1',
    ...(!isAlways && condition?.is && { [`v.${condition.field}`]: condition.is }),
  });
}

/** When it was done, and the record that shows it. */
function RecordLinks({ duty }: { duty: Duty | undefined }) {
  const { state } = useReplica();
  if (!duty) return null;
  const day = duty.doneOn ? shortDayText(duty.doneOn) : '';
  const [first] = duty.activities;
  const record = first === undefined ? undefined : recordOf(state, 'activity', first);
  if (!record) return day;
  return (
    <a href={hrefOf('registers', { kind: record.kind, record: record.id })}>
      {day || shortDayText(record.date)}
      {record.title && ` ${record.title}`}
    </a>
  );
}

interface ChecklistProps {
  readonly label: string;
  readonly section: string;
  readonly lines: readonly Line[];
  /** The item a link led to. */
  readonly marked: string | undefined;
  readonly onOpen: (line: Line) => void;
  readonly onAssign: (items: readonly CheckItem[]) => void;
}

/** The check items of a section: what is due, who answers for it, how it was done. */
export function Checklist(props: ChecklistProps) {
  const { label, section, lines, marked, onOpen, onAssign } = props;
  const replica = useReplica();
  const today = useToday();
  const language = currentLanguage();

  const tick = ({ item, duty }: Line, date: Day) => {
    if (!duty) return;
    const fields = { state: 'done' as const, date, person: ownerOf(replica) };
    void act('mark.set', [edit('mark', markId(item.id, duty.occurrence.key), fields)], {
      said: t('mechanisms.ticked', { item: bilingual(item.text) }),
    });
  };

  let parent: string | null = null;
  return (
    <SavableTable label={label}>
      <div className="ty-table-frame">
        <table className="ty-table" aria-label={label}>
          <thead>
            <tr>
              <th scope="col">{t('mechanisms.light')}</th>
              <th scope="col">{t('mechanisms.item')}</th>
              <th scope="col">{t('mechanisms.cadence')}</th>
              <th scope="col">{t('mechanisms.due')}</th>
              <th scope="col">{t('mechanisms.record')}</th>
              <th scope="col">
                <span className="ty-visually-hidden">{t('mechanisms.act')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => {
              const { item, duty } = line;
              const heading = item.parent !== parent && item.parent ? rowById(item.parent) : null;
              parent = item.parent;
              const name = bilingual(item.text);
              const isOpen =
                duty &&
                ['overdue', 'due-soon', 'not-yet'].includes(duty.light) &&
                !isAutomatic(item);
              const key = `${item.id}:${duty?.occurrence.key ?? ''}`;
              return [
                heading && heading.id !== section && (
                  <tr key={`${key}-head`} className="ty-table-group">
                    <th scope="colgroup" colSpan={6}>
                      {bilingual(heading.text)}
                    </th>
                  </tr>
                ),
                <tr key={key} aria-current={item.id === marked ? 'true' : undefined}>
                  <td>
                    {duty ? (
                      duty.basis === 'no-data' ? (
                        <span className="ty-soft">{t('mechanisms.noData')}</span>
                      ) : (
                        <Light light={duty.light} />
                      )
                    ) : (
                      <span className="ty-soft">
                        {t(
                          item.cadences.every(({ type }) => type === 'event')
                            ? 'mechanisms.onEvent'
                            : 'mechanisms.notOwed',
                        )}
                      </span>
                    )}
                  </td>
                  <td>
                    {name}
                    <p className="ty-hint">{bilingual(item.evidence)}</p>
                    <p className="ty-hint">
                      {assignedText(replica.state, item.id)}{' '}
                      <button
                        type="button"
                        className="ty-link"
                        aria-label={v('assign.open.of', { item: name })}
                        onClick={() => onAssign([item])}
                      >
                        {v('assign.open')}
                      </button>
                    </p>
                  </td>
                  <td className="ty-mechanisms-cadence">
                    {isAutomatic(item)
                      ? t('mechanisms.automatic')
                      : item.cadences.map((one) => cadenceLabel(one, language)).join('；')}
                  </td>
                  <td className="ty-mechanisms-day">{duty ? shortDayText(duty.due) : '—'}</td>
                  <td>
                    <RecordLinks duty={duty} />
                    {duty?.note && <p className="ty-hint">{duty.note}</p>}
                  </td>
                  <td className="ty-mechanisms-act">
                    {isOpen && (
                      <button
                        type="button"
                        className="ty-button ty-button-small"
                        aria-label={t('mechanisms.tick.of', { item: name })}
                        onClick={() => tick(line, today)}
                      >
                        {t('mechanisms.tick')}
                      </button>
                    )}
                    {!isAutomatic(item) && (
                      <button
                        type="button"
                        className="ty-link"
                        aria-label={t('mechanisms.detail.of', { item: name })}
                        onClick={() => onOpen(line)}
                      >
                        {t('mechanisms.detail')}
                      </button>
                    )}
                    {kindThatFulfils(item.id) && (
                      <a
                        className="ty-link"
                        aria-label={t('mechanisms.enter.of', { item: name })}
                        href={entryHref(item)}
                      >
                        {t('mechanisms.enter')}
                      </a>
                    )}
                  </td>
                </tr>,
              ];
            })}
          </tbody>
        </table>
      </div>
    </SavableTable>
  );
}
