import { lazy, Suspense, useMemo, useState } from 'react';
import { recordOrDefault } from '../../../../shared/changes/records';
import { nameOf } from '../../../../shared/insight/people';
import { textIn } from '../../../../shared/insight/register-values';
import {
  type RuleChain,
  ruleChains,
  ruleClasses,
  ruleCoverage,
  ruleYear,
  staleYears,
  thinBelow,
} from '../../../../shared/insight/rule-book';
import { unitId } from '../../../../shared/model/unit';
import { Light } from '../../../components/Light';
import { SelectField } from '../../../components/SelectField';
import { dayText } from '../../../i18n/i18n';
import { useOpen } from '../../../state/forms';
import { useToday } from '../../../state/today';
import { useReplica } from '../../../state/workspace';
import { choiceText } from '../choice-text';
import { RecordLink, ShortTable, ViewSection } from '../RecordLink';
import { g } from './texts';
import { Verdict } from './Verdict';

const RuleDialog = lazy(() => import('./RuleDialog'));

/** The rules of the unit: coverage of the six categories, every rule with its versions, the year. */
export default function RuleView({ year }: { year: number }) {
  const replica = useReplica();
  const today = useToday();
  const { state } = replica;
  const [handled, setHandled] = useOpen<RuleChain | null>('RuleView.handled', null);
  const [only, setOnly] = useState('');
  const { coverage, chains, sums } = useMemo(() => {
    const { soonDays } = recordOrDefault(replica.state, 'unit', unitId);
    const watch = { today, soonDays };
    return {
      coverage: ruleCoverage(replica.state, watch),
      chains: ruleChains(replica.state, watch),
      sums: ruleYear(replica.state, year, watch),
    };
  }, [replica, year, today]);
  const shown = chains.filter(({ ruleClass }) => only === '' || ruleClass === only);
  const total = (of: (one: (typeof coverage)[number]) => number) =>
    coverage.reduce((sum, one) => sum + of(one), 0);

  return (
    <>
      <ViewSection
        title={g('rules.coverage')}
        kind="rule-plan"
        sentence={g('rules.coverage.sentence', {
          inForce: total(({ inForce }) => inForce),
          overdue: total(({ overdue }) => overdue),
          thin: thinBelow,
          years: staleYears,
        })}
      >
        <ShortTable
          label={g('rules.coverage')}
          head={[
            g('rules.verdict'),
            g('rules.class'),
            g('rules.inForce'),
            g('rules.underWay'),
            g('rules.repealed'),
            g('rules.overdue'),
            g('rules.newest'),
          ]}
          rows={coverage.map((one) => ({
            key: one.ruleClass,
            cells: [
              <Verdict key="verdict" verdict={one.verdict} />,
              <button
                key="class"
                type="button"
                className="ty-link"
                onClick={() => setOnly(one.ruleClass)}
              >
                {choiceText('ruleClass', one.ruleClass)}
              </button>,
              one.inForce,
              one.underWay,
              one.repealed,
              one.overdue,
              dayText(one.newest) || '—',
            ],
          }))}
        />
      </ViewSection>
      <ViewSection
        title={g('rules.list')}
        kind="rule"
        sentence={
          sums.planned === null
            ? g('rules.year.none', { year, ...sums })
            : g('rules.year', { year, ...sums, planned: sums.planned })
        }
      >
        <div className="ty-grip-tools">
          <SelectField
            label={g('rules.class')}
            value={only}
            optional
            nothing={g('rules.all')}
            options={ruleClasses.map((value) => ({ value, label: choiceText('ruleClass', value) }))}
            onChange={setOnly}
          />
        </div>
        <ShortTable
          label={g('rules.list')}
          most={60}
          head={[
            g('rules.review'),
            g('rules.name'),
            g('rules.class'),
            g('rules.state'),
            g('rules.versions'),
            g('rules.reviewOn'),
            g('rules.owner'),
            '',
          ]}
          rows={shown.map((chain) => {
            const newest = chain.current ?? chain.versions.at(-1);
            return {
              key: chain.versions[0]?.id ?? chain.name,
              cells: [
                chain.current ? <Light key="light" light={chain.light} /> : '—',
                newest && (
                  <span key="name">
                    <RecordLink record={newest}>{newest.title}</RecordLink>
                    <p className="ty-hint">{textIn(newest, 'documentNumber')}</p>
                  </span>
                ),
                <span key="class" className="ty-nowrap">
                  {choiceText('ruleClass', chain.ruleClass)}
                </span>,
                <span key="state" className="ty-nowrap">
                  {choiceText('ruleState', chain.state)}
                </span>,
                <ul key="versions" className="ty-grip-versions">
                  {chain.versions.map((one) => (
                    <li key={one.id}>
                      <RecordLink record={one}>
                        {g('rules.version', {
                          version: textIn(one, 'version') || one.title,
                          day: dayText(one.date),
                        })}
                      </RecordLink>
                    </li>
                  ))}
                </ul>,
                <span key="review" className="ty-nowrap">
                  {dayText(chain.reviewOn) || '—'}
                </span>,
                <span key="owner" className="ty-nowrap">
                  {newest && nameOf(state, textIn(newest, 'owner'))}
                </span>,
                chain.current && (
                  <button
                    key="handle"
                    type="button"
                    className="ty-button ty-button-small ty-nowrap"
                    aria-label={g('rules.handle.of', { name: chain.name })}
                    onClick={() => setHandled(chain)}
                  >
                    {g('rules.handle')}
                  </button>
                ),
              ],
            };
          })}
        />
      </ViewSection>
      {handled?.current && (
        <Suspense fallback={null}>
          <RuleDialog
            key={handled.current.id}
            rule={handled.current}
            onClose={() => setHandled(null)}
          />
        </Suspense>
      )}
    </>
  );
}
