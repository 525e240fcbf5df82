import { useEffect } from 'react';
import { Choice } from '../../components/Choice';
import { PageHeader } from '../../components/PageHeader';
import { tellFailure } from '../../state/act';
import { go, useLocation } from '../../state/location';
import { readMissingYears } from '../../state/workspace';
import { ChangesTab } from './ChangesTab';
import { RecycleBin } from './RecycleBin';
import { h } from './texts';
import './history.css';

/** All that was ever changed, and all that was deleted. */
export default function HistoryPage() {
  const { params } = useLocation();
  const tab = params.tab === 'bin' ? 'bin' : 'changes';
  // Names of records of years long past, and those that were deleted then.
  useEffect(() => {
    readMissingYears().catch(tellFailure);
  }, []);
  return (
    <section className="ty-page">
      <PageHeader title={h('history.title')} sentence={h('history.sentence')}>
        <Choice
          label={h('history.tabs')}
          value={tab}
          options={[
            { value: 'changes', label: h('history.tab.changes') },
            { value: 'bin', label: h('history.tab.bin') },
          ]}
          onChange={(next) => go('history', next === 'bin' ? { tab: 'bin' } : {})}
        />
      </PageHeader>
      {tab === 'bin' ? <RecycleBin /> : <ChangesTab />}
    </section>
  );
}
