import { Suspense } from 'react';
import { unitId } from '../../shared/model/unit';
import { lazyPart } from '../components/lazy-part';
import { t, useLanguage } from '../i18n/i18n';
import { useRecord, useWorkspace } from '../state/workspace';
import { Boundary } from './Boundary';
import { lazyPage } from './lazy-page';
import { NoticeRegion } from './NoticeRegion';
import { Shell } from './Shell';

const FailedToOpen = lazyPage(() => import('./FailedToOpen'));
const LockScreen = lazyPage(() => import('../pages/lock/LockScreen'));
const HelpHost = lazyPart(() => import('../help/HelpHost'));
const LeaveQuestion = lazyPage(() => import('./LeaveQuestion'));
const Wizard = lazyPage(() => import('../pages/wizard/Wizard'));

/** A folder without a named unit was left in the middle of the wizard. */
function Opened() {
  const unit = useRecord('unit', unitId);
  return unit?.name ? <Shell unitName={unit.name} /> : <Wizard />;
}

/** What the window shows: the wizard, the workbench, or why neither is possible. */
export function App() {
  const workspace = useWorkspace();
  const language = useLanguage();
  return (
    <>
      <Boundary key={language}>
        <Suspense fallback={null}>
          {workspace.status === 'opening' && <p className="ty-waiting">{t('shell.opening')}</p>}
          {workspace.status === 'failed' && <FailedToOpen error={workspace.error} />}
          {workspace.status === 'empty' && <Wizard />}
          {workspace.status === 'locked' && <LockScreen facts={workspace} isCovering={false} />}
          {workspace.status === 'open' && <Opened />}
        </Suspense>
      </Boundary>
      {workspace.status === 'open' && workspace.lock && (
        <Suspense fallback={<div className="ty-lock-cover" />}>
          <LockScreen facts={workspace.lock} isCovering />
        </Suspense>
      )}
      {(workspace.status === 'open' || workspace.status === 'empty') && (
        <Suspense fallback={null}>
          <LeaveQuestion isLocked={workspace.status === 'open' && workspace.lock !== undefined} />
        </Suspense>
      )}
      <Suspense fallback={null}>
        <HelpHost />
      </Suspense>
      <NoticeRegion />
    </>
  );
}
