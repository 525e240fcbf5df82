import { useMemo } from 'react';
import { recordOrDefault } from '../../../shared/changes/records';
import { nameOf } from '../../../shared/insight/people';
import { textIn } from '../../../shared/insight/register-values';
import {
  mentoringPairs,
  openSkillGaps,
  trainingByArea,
  trainingForms,
} from '../../../shared/insight/training-coverage';
import { unitId } from '../../../shared/model/unit';
import { Light } from '../../components/Light';
import { numberText, shortDayText } from '../../i18n/i18n';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';
import { CoverageTable } from './CoverageTable';
import { RecordLink, ShortTable, ViewSection } from './RecordLink';
import { v } from './texts';

/** Education and training of a year: plan and delivery, coverage, mentoring, weak points. */
export default function TrainingView({ year }: { year: number }) {
  const replica = useReplica();
  const today = useToday();
  const { state } = replica;
  const { areas, forms, pairs, gaps } = useMemo(() => {
    const { soonDays } = recordOrDefault(replica.state, 'unit', unitId);
    return {
      areas: trainingByArea(replica.state, year),
      forms: trainingForms(replica.state, year),
      pairs: mentoringPairs(replica.state, year),
      gaps: openSkillGaps(replica.state, { today, soonDays }),
    };
  }, [replica, year, today]);
  const person = (id: string) => nameOf(state, id);
  const sum = (of: (area: (typeof areas)[number]) => number) =>
    areas.reduce((all, area) => all + of(area), 0);

  return (
    <>
      <ViewSection
        title={v('training.plan')}
        kind="training"
        sentence={v('training.forms', {
          service: forms.get('in-service') ?? 0,
          out: forms.get('out') ?? 0,
          in: forms.get('in') ?? 0,
          rotation: forms.get('rotation') ?? 0,
        })}
      >
        <ShortTable
          label={v('training.plan')}
          most={40}
          head={[
            v('training.area'),
            v('training.planned'),
            v('training.held'),
            v('training.hours'),
            v('training.latest'),
          ]}
          rows={[
            ...areas.map(({ area, planned, held, hours, plans, trainings }) => {
              const latest = trainings.at(-1);
              const plan = plans[0];
              return {
                key: area,
                cells: [
                  area === '' ? (
                    v('training.area.none')
                  ) : plan ? (
                    <RecordLink key="plan" record={plan}>
                      {area}
                    </RecordLink>
                  ) : (
                    area
                  ),
                  planned || '—',
                  held,
                  numberText(hours),
                  latest && (
                    <RecordLink key="latest" record={latest}>
                      {shortDayText(latest.date)} {latest.title}
                    </RecordLink>
                  ),
                ],
              };
            }),
            ...(areas.length > 1
              ? [
                  {
                    key: 'sum',
                    cells: [
                      <strong key="sum">{v('training.sum')}</strong>,
                      sum(({ planned }) => planned),
                      sum(({ held }) => held),
                      numberText(sum(({ hours }) => hours)),
                      '',
                    ],
                  },
                ]
              : []),
          ]}
        />
      </ViewSection>
      <ViewSection
        title={v('training.coverage')}
        kind="rotation-training-plan"
        sentence={v('training.coverage.hint')}
      >
        <CoverageTable year={year} />
      </ViewSection>
      <ViewSection title={v('training.pairs')} kind="mentoring-note">
        <ShortTable
          label={v('training.pairs')}
          head={[
            v('training.mentor'),
            v('training.subject'),
            v('training.area'),
            v('training.goal'),
            v('training.notes'),
            v('training.last'),
          ]}
          rows={pairs.map(({ pair, mentor, subject, notes, last }) => ({
            key: pair.id,
            cells: [
              <RecordLink key="pair" record={pair}>
                {person(mentor)}
              </RecordLink>,
              person(subject),
              textIn(pair, 'businessArea'),
              textIn(pair, 'goal'),
              v('training.notes.count', { count: notes }),
              last ? (
                <RecordLink key="last" record={last}>
                  {shortDayText(last.date)} {last.content}
                </RecordLink>
              ) : (
                v('training.last.none')
              ),
            ],
          }))}
        />
      </ViewSection>
      <ViewSection title={v('training.gaps', { count: gaps.length })} kind="skill-gap">
        <ShortTable
          label={v('training.gaps', { count: gaps.length })}
          head={[
            v('views.light'),
            v('views.person'),
            v('training.gap'),
            v('training.measures'),
            v('training.deadline'),
          ]}
          rows={gaps.map(({ gap, subject, light }) => ({
            key: gap.id,
            cells: [
              <Light key="light" light={light} />,
              person(subject),
              <RecordLink key="gap" record={gap} />,
              textIn(gap, 'measures'),
              <span key="day" className="ty-mechanisms-day">
                {shortDayText(textIn(gap, 'deadline'))}
              </span>,
            ],
          }))}
        />
      </ViewSection>
    </>
  );
}
