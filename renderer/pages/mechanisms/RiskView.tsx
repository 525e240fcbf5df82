import { useMemo } from 'react';
import { recordOrDefault } from '../../../shared/changes/records';
import { nameOf } from '../../../shared/insight/people';
import { textIn } from '../../../shared/insight/register-values';
import { riskReviews } from '../../../shared/insight/risk-reviews';
import { unitId } from '../../../shared/model/unit';
import { Light } from '../../components/Light';
import { dayText } from '../../i18n/i18n';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';
import { choiceText } from './choice-text';
import { RecordLink, ShortTable, ViewSection } from './RecordLink';
import { v } from './texts';

/** The risk points of the unit, those whose review is overdue first. */
export default function RiskView() {
  const replica = useReplica();
  const today = useToday();
  const { state } = replica;
  const reviews = useMemo(() => {
    const { soonDays } = recordOrDefault(replica.state, 'unit', unitId);
    return riskReviews(replica.state, { today, soonDays });
  }, [replica, today]);
  const count = (light: string) => reviews.filter((one) => one.light === light).length;
  return (
    <ViewSection
      title={v('views.risks')}
      kind="risk-point"
      sentence={v('risks.sentence', {
        all: reviews.length,
        high: reviews.filter(({ level }) => level === 'high').length,
        overdue: count('overdue'),
        soon: count('due-soon'),
      })}
    >
      <ShortTable
        label={v('views.risks')}
        most={60}
        head={[
          v('views.light'),
          v('risks.review'),
          v('risks.level'),
          v('risks.point'),
          v('risks.post'),
          v('risks.measures'),
          v('risks.owner'),
          v('risks.leader'),
        ]}
        rows={reviews.map(({ record, light, level, reviewOn }) => ({
          key: record.id,
          cells: [
            <Light key="light" light={light} />,
            <span key="day" className="ty-mechanisms-day">
              {dayText(reviewOn) || v('risks.noReview')}
            </span>,
            choiceText('level', level),
            <RecordLink key="risk" record={record} />,
            textIn(record, 'post'),
            textIn(record, 'measures'),
            <span key="owner" className="ty-mechanisms-day">
              {nameOf(state, textIn(record, 'owner'))}
            </span>,
            <span key="leader" className="ty-mechanisms-day">
              {nameOf(state, textIn(record, 'leader'))}
            </span>,
          ],
        }))}
      />
    </ViewSection>
  );
}
