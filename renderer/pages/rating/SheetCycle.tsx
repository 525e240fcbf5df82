import { monthsOf, type Period } from '../../../shared/calendar/period';
import { standardCalendar } from '../../../shared/calendar/workdays';
import { edit } from '../../../shared/changes/records';
import { returnEdits, submissionEdits } from '../../../shared/changes/submission';
import { nameOf } from '../../../shared/insight/people';
import { sheetCycle } from '../../../shared/insight/rating-cycle';
import { ratingRows } from '../../../shared/insight/rating-rows';
import { sheetProgress } from '../../../shared/insight/score';
import type { RecordOf } from '../../../shared/model/collections';
import { TextField } from '../../components/TextField';
import { dayText, t } from '../../i18n/i18n';
import { act } from '../../state/act';
import { clock } from '../../state/clock';
import { useForm, useTypedText } from '../../state/forms';
import { hrefOf } from '../../state/location';
import { notify } from '../../state/notices';
import { useToday } from '../../state/today';
import { ownerOf, type Replica } from '../../state/workspace';
import { momentText } from '../history/moment';
import { r } from './texts';

interface SheetCycleProps {
  readonly replica: Replica;
  readonly person: RecordOf<'person'>;
  readonly period: Period;
  readonly sheet: RecordOf<'sheet'>;
  readonly isHead: boolean;
  /** Only looked at, whoever looks. */
  readonly isPast: boolean;
  readonly isOwner: boolean;
  /** How many rows are asked for evidence. */
  readonly flagged: number;
}

/** Where a sheet stands, who took which step when, and the steps that can be taken now. */
export function SheetCycle(props: SheetCycleProps) {
  const { replica, person, period, sheet, isHead, isPast, isOwner, flagged } = props;
  const today = useToday();
  const { state } = replica;
  const calendar = standardCalendar();
  const cycle = sheetCycle(state, { person: person.id, period }, { today, calendar });
  const [comment, setComment] = useTypedText(`SheetCycle.comment.${sheet.id}`, sheet.comment);
  const by = ownerOf(replica) || person.id;
  const isSubmitted = sheet.status === 'submitted';
  const progress = sheetProgress(state, person.id, period);
  const submit = () =>
    void act(
      'rating.submit',
      submissionEdits(
        state,
        { person: person.id, period, rows: ratingRows(state, period).map(({ id }) => id), by },
        clock.now().toISOString(),
      ),
      { publish: true, said: t('rating.submitted') },
    );
  const reopen = () =>
    void act('rating.reopen', [edit('sheet', sheet.id, { status: 'draft' })], {
      audience: 'private',
    });
  const saveComment = () =>
    act('rating.comment', [edit('sheet', sheet.id, { comment: comment.trim() })], {
      said: r('comment.saved'),
    });
  useForm({ title: r('comment'), save: saveComment });
  const giveBack = () => {
    if (comment.trim() === '') {
      notify({ urgency: 'assertive', text: r('comment.return.why') });
      return;
    }
    const about = { by, comment: comment.trim(), at: clock.now().toISOString() };
    void act('rating.return', returnEdits(state, sheet.id, about), {
      said: r('comment.returned'),
    });
  };

  return (
    <section className="ty-rating-cycle" aria-label={r('cycle')}>
      <p>
        <strong>{r(`cycle.${cycle.status}`)}</strong>{' '}
        {cycle.isLate && <span className="ty-rating-late">■ {r('cycle.late')}</span>}
      </p>
      <p className="ty-hint">
        {r('cycle.days', { opens: dayText(cycle.opens), due: dayText(cycle.due) })}
      </p>
      {cycle.steps.length > 0 && (
        <ol className="ty-rating-steps">
          {cycle.steps.map(({ step, at, by: who }) => (
            <li key={`${step} ${at}`}>
              {r(`cycle.step.${step}`, { at: momentText(at), who: who && nameOf(state, who) })}
            </li>
          ))}
        </ol>
      )}
      {isSubmitted && !isPast && (
        <a
          className="ty-link"
          href={hrefOf('summary', {
            document: 'rating-form',
            subject: person.id,
            month: monthsOf(period).at(-1) ?? period,
          })}
        >
          {r('print')}
        </a>
      )}
      {isHead && isSubmitted && !isPast ? (
        <>
          <TextField label={r('comment')} value={comment} multiline onChange={setComment} />
          <div className="ty-rating-buttons">
            <button type="button" className="ty-button" onClick={() => void saveComment()}>
              {r('comment.save')}
            </button>
            <button type="button" className="ty-button" onClick={giveBack}>
              {r('comment.return')}
            </button>
          </div>
        </>
      ) : (
        sheet.comment !== '' && (
          <p className="ty-rating-comment">
            <span className="ty-soft">{r('comment')}</span>
            <br />
            {sheet.comment}
          </p>
        )
      )}
      {!isHead && !isPast && (
        <>
          <p className="ty-hint">{t(isSubmitted ? 'rating.locked' : 'rating.draft')}</p>
          {!isSubmitted && flagged > 0 && (
            <p className="ty-hint">△ {r('flags', { count: flagged })}</p>
          )}
          {!isSubmitted && progress.rated > 0 && progress.open > 0 && (
            <p className="ty-hint">△ {r('unrated', { count: progress.open })}</p>
          )}
          {isOwner && (
            <label className="ty-rating-private">
              <input
                type="checkbox"
                checked={sheet.showsPrivate}
                disabled={isSubmitted}
                onChange={(event) =>
                  void act(
                    'sheet.set',
                    [edit('sheet', sheet.id, { showsPrivate: event.target.checked })],
                    { audience: 'private' },
                  )
                }
              />{' '}
              {r('private.show')}
              <span className="ty-hint">{r('private.hint')}</span>
            </label>
          )}
          {isSubmitted ? (
            <button type="button" className="ty-button" data-rating-submit="" onClick={reopen}>
              {t('rating.reopen')}
            </button>
          ) : (
            <button
              type="button"
              className="ty-button ty-button-primary"
              data-rating-submit=""
              disabled={progress.rated === 0}
              onClick={submit}
            >
              {t('rating.submit')}
            </button>
          )}
        </>
      )}
    </section>
  );
}
