import { Fragment, useState } from 'react';
import { periodOf } from '../../../shared/calendar/period';
import { rosters } from '../../../shared/insight/attendance';
import { peopleOf } from '../../../shared/insight/people';
import type { Field, FieldValue } from '../../../shared/kinds/field';
import type { Kind } from '../../../shared/kinds/kind';
import { fieldsToSet, formValues, problemsOf } from '../../../shared/kinds/register';
import type { RecordOf } from '../../../shared/model/collections';
import { Choice } from '../../components/Choice';
import { Dialog } from '../../components/Dialog';
import PeopleField from '../../components/PeopleField';
import { bilingual, t } from '../../i18n/i18n';
import { act } from '../../state/act';
import { useTyped } from '../../state/forms';
import { useToday } from '../../state/today';
import { newId, useReplica } from '../../state/workspace';
import { CountsFor } from './CountsFor';
import { KindFieldInput } from './KindFieldInput';
import { useRoster } from './use-roster';

interface RecordFormProps {
  readonly kind: Kind;
  /** The record to change; a new one where undefined. */
  readonly record: RecordOf<'activity'> | undefined;
  /** What a new record begins with. */
  readonly given: Readonly<Record<string, FieldValue>>;
  /** Check items named by the record itself. */
  readonly items: readonly string[];
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

const numberOf = (value: FieldValue | undefined): number | null =>
  typeof value === 'number' ? value : null;
const peopleIn = (value: FieldValue | undefined): readonly string[] =>
  typeof value === 'object' && value !== null ? value : [];

/** One record of a register, as its kind declares it, and what else it will count for. */
export default function RecordForm(props: RecordFormProps) {
  const { kind, record, given, items, onClose, onSaved } = props;
  const { state } = useReplica();
  const today = useToday();
  const [values, setValues] = useTyped('RecordForm.values', () =>
    formValues(kind, record ?? { date: today, ...given }),
  );
  const [tried, setTried] = useState(false);
  /** The people of many records; null while it is one record. */
  const [many, setMany] = useTyped<readonly string[] | null>('RecordForm.many', null);
  const problems = problemsOf(kind, many ? { ...values, subject: many[0] ?? '' } : values);
  const date = typeof values.date === 'string' ? values.date : '';
  const people = peopleOf(state, periodOf(date === '' ? today : date, 'month'));
  // What is about one person each can be entered for many at once, a record a person.
  const subject = kind.fields.find(
    ({ key, control }) => key === 'subject' && control.type === 'person',
  );
  const canBeMany = subject !== undefined && !record;
  const hasAbsent = kind.fields.some(({ key }) => key === 'absent');
  const { roster, choose, came } = useRoster(people);
  // The words of a deadline are typed where its day is.
  const deadlines = kind.fields.flatMap(({ control }) =>
    control.type === 'day' && control.deadline?.words ? [control.deadline.words] : [],
  );
  const asked = kind.fields.filter(({ key }) => !deadlines.includes(key));
  const wordsOf = ({ control }: Field) => {
    const key = control.type === 'day' ? control.deadline?.words : undefined;
    if (key === undefined) return undefined;
    const is = values[key];
    return {
      is: typeof is === 'string' ? is : '',
      onChange: (words: string) => setValues((now) => ({ ...now, [key]: words })),
    };
  };
  const firstLine = kind.fields.find(({ control }) => control.type === 'line')?.key;

  const fieldsOf = (filled: typeof values) => ({
    ...fieldsToSet(kind, filled),
    ...(!record && { kind: kind.id, ...(items.length > 0 && { items: [...items] }) }),
  });

  const save = async () => {
    setTried(true);
    if (problems.length > 0) return;
    const name = bilingual(kind.name);
    if (many) {
      const edits = many.map((person) => ({
        collection: 'activity',
        id: newId(),
        fields: { ...fieldsOf({ ...values, subject: person }) },
      }));
      const said = t('registers.saved.many', { name, count: edits.length });
      if (await act('activity.add', edits, { said })) onSaved(edits[0]?.id ?? '');
      return;
    }
    const id = record?.id ?? newId();
    const said = t('registers.saved', { name });
    const edits = [{ collection: 'activity', id, fields: fieldsOf(values) }];
    if (await act(record ? 'activity.set' : 'activity.add', edits, { said })) onSaved(id);
  };

  const errorOf = (field: Field): string | undefined =>
    tried
      ? problems.flatMap((problem) =>
          problem.field === field ? [bilingual(problem.sentence)] : [],
        )[0]
      : undefined;

  return (
    <Dialog
      title={t(record ? 'registers.edit' : 'registers.new', { name: bilingual(kind.name) })}
      onClose={onClose}
      isWide
      onSave={() => save()}
    >
      <div className="ty-registers-form">
        <div className="ty-grid-2">
          {asked.map((field) =>
            field === subject && many ? (
              <PeopleField
                key={field.key}
                label={bilingual(field.label)}
                className="ty-wide"
                value={many}
                people={people}
                error={errorOf(field)}
                onChange={setMany}
              />
            ) : (
              <Fragment key={field.key}>
                {hasAbsent && field.key === 'people' && (
                  <div className="ty-field ty-wide">
                    <span className="ty-label">{t('registers.roster')}</span>
                    <Choice
                      label={t('registers.roster')}
                      value={roster}
                      options={rosters.map((value) => ({
                        value,
                        label: t(`registers.roster.${value}`),
                      }))}
                      onChange={(next) => {
                        const filled = choose(next, peopleIn(values.people));
                        setValues((now) => ({ ...now, ...filled }));
                      }}
                    />
                    <p className="ty-hint">{t('registers.roster.hint')}</p>
                  </div>
                )}
                <KindFieldInput
                  field={field}
                  value={values[field.key] ?? null}
                  people={people}
                  words={wordsOf(field)}
                  error={errorOf(field)}
                  autoFocus={field.key === firstLine}
                  onChange={(value) => {
                    const filled =
                      hasAbsent && field.key === 'people'
                        ? came(peopleIn(value))
                        : { [field.key]: value };
                    setValues((now) => ({ ...now, ...filled }));
                  }}
                />
              </Fragment>
            ),
          )}
          {canBeMany && (
            <label className="ty-field ty-registers-flag ty-wide">
              <input
                type="checkbox"
                checked={many !== null}
                onChange={(event) => {
                  const one = typeof values.subject === 'string' ? values.subject : '';
                  setMany(event.target.checked ? [one].filter(Boolean) : null);
                }}
              />
              {t('registers.many')}
            </label>
          )}
        </div>
        <CountsFor
          kind={kind}
          record={{
            ...values,
            kind: kind.id,
            items: record?.items ?? items,
            date,
            people: peopleIn(values.people),
            hours: numberOf(values.hours),
          }}
        />
      </div>
    </Dialog>
  );
}
