import { useEffect, useState } from 'react';
import { edit } from '../../../shared/changes/records';
import { unitId } from '../../../shared/model/unit';
import type { CallOutput } from '../../../shared/rpc';
import { Choice } from '../../components/Choice';
import { Dialog } from '../../components/Dialog';
import { PassphraseField } from '../../components/PassphraseField';
import { TextField } from '../../components/TextField';
import { t, textsOf } from '../../i18n/i18n';
import { leavingTexts } from '../../i18n/texts/leaving';
import { act, tellFailure } from '../../state/act';
import { CallFailed, call } from '../../state/bridge';
import { letDraftGo, resume, useOpen, useTyped } from '../../state/forms';
import { go } from '../../state/location';
import { notify } from '../../state/notices';
import { useToday } from '../../state/today';
import { adoptImport, newId, openWorkspace, thisDevice } from '../../state/workspace';
import { emptyMember, type Member, TeamTable } from './TeamTable';
import './wizard.css';

const steps = ['unit', 'team', 'owner'] as const;

type Step = 'welcome' | (typeof steps)[number];

const l = textsOf(leavingTexts);

/** Goes on with what was typed before the program ended; whether there was anything. */
function useWizardDraft(): boolean {
  const [isBack, setBack] = useState(false);
  useEffect(() => {
    call('drafts.list', null).then(([draft]) => {
      if (!draft) return;
      setBack(true);
      resume(draft, () => setBack(false));
    }, tellFailure);
  }, []);
  return isBack;
}

/** First start: names the unit, enters the team, says whose PC this is. Three short pages. */
export default function Wizard() {
  const today = useToday();
  const [step, setStep] = useOpen<Step>('Wizard.step', 'welcome');
  const [unit, setUnit] = useTyped('Wizard.unit', { name: '', shortName: '' });
  const [team, setTeam] = useTyped<readonly Member[]>('Wizard.team', () => [
    emptyMember(newId()),
    emptyMember(newId()),
    emptyMember(newId()),
  ]);
  const [owner, setOwner] = useTyped('Wizard.owner', '');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  /** A package that was chosen and waits for its passphrase. */
  const [locked, setLocked] = useState<CallOutput<'transfer.unlock'>['packages'][number]>();
  const [passphrase, setPassphrase] = useState('');
  const isBack = useWizardDraft();
  const members = team.filter(({ name }) => name.trim() !== '');
  /** A line that says something of nobody, by its rank. */
  const nameless =
    team.findIndex(
      ({ name, post, portfolio }) => name.trim() === '' && `${post}${portfolio}`.trim() !== '',
    ) + 1;
  const teamError =
    members.length === 0
      ? t('wizard.team.missing')
      : nameless > 0
        ? t('wizard.team.nameless', { rank: nameless })
        : undefined;

  const finish = async () => {
    setBusy(true);
    // What is in it goes into the unit; it lies in the open outside.
    await letDraftGo();
    await openWorkspace('workspace.create');
    const device = thisDevice();
    if (device === undefined) return;
    const user = members.find(({ id }) => id === owner);
    await act('unit.found', [
      edit('unit', unitId, {
        name: unit.name.trim(),
        shortName: unit.shortName.trim(),
        // Nothing is overdue on the first day.
        founded: today,
      }),
      ...members.map(({ id, name, post, portfolio }, index) =>
        edit('person', id, {
          name: name.trim(),
          post: post.trim(),
          portfolio: portfolio.trim(),
          role: 'leader',
          order: index + 1,
          head: index === 0,
        }),
      ),
      edit('device', device, {
        name: user ? t('settings.pc.of', { name: user.name.trim() }) : t('settings.pc.office'),
        person: user?.id ?? '',
      }),
    ]);
    setBusy(false);
  };

  const sample = async () => {
    setBusy(true);
    await openWorkspace('workspace.openSample');
    setBusy(false);
  };

  const take = async ({ packages }: CallOutput<'transfer.unlock'>) => {
    const refused = packages.find(({ error }) => error !== null)?.error;
    if (refused) throw new CallFailed(refused);
    const next = packages.find(({ status }) => status === 'locked');
    setLocked(next);
    if (next) return;
    adoptImport(await call('transfer.setUp', null));
    const action = { label: t('wizard.receive.toSettings'), run: () => go('settings') };
    notify({ urgency: 'polite', text: t('wizard.receive.owner'), action });
  };

  const receive = async () => {
    try {
      await call('transfer.forget', { id: null });
      const opened = await call('transfer.open', null);
      if (opened) await take(opened);
    } catch (error) {
      tellFailure(error);
    }
  };

  const unlock = async () => {
    if (!locked) return;
    try {
      await take(await call('transfer.unlock', { id: locked.id, passphrase }));
    } catch (error) {
      tellFailure(error);
    }
    setPassphrase('');
  };

  const next = () => {
    setTried(true);
    if (step === 'unit' && unit.name.trim() === '') return;
    if (step === 'team' && teamError) return;
    if (step === 'owner') {
      if (owner !== '') void finish();
      return;
    }
    setTried(false);
    setStep(step === 'welcome' ? 'unit' : step === 'unit' ? 'team' : 'owner');
  };

  if (step === 'welcome') {
    return (
      <section className="ty-wizard">
        <p className="ty-wizard-mark">{t('shell.name')}</p>
        <h1>{t('wizard.welcome')}</h1>
        <p>{t('wizard.thesis')}</p>
        <div className="ty-wizard-ways">
          <button type="button" className="ty-button ty-button-primary" onClick={next}>
            {t('wizard.begin')}
          </button>
          <button type="button" className="ty-button" disabled={busy} onClick={() => void sample()}>
            {t(busy ? 'wizard.sampleBusy' : 'wizard.sample')}
          </button>
          <button type="button" className="ty-button" onClick={() => void receive()}>
            {t('wizard.receive')}
          </button>
        </div>
        <p className="ty-hint">{t('wizard.offline')}</p>
        <p className="ty-hint">{t('wizard.secrets')}</p>
        {locked && (
          <Dialog
            title={t('exchange.package.locked')}
            saveLabel={t('exchange.package.unlock')}
            onClose={() => setLocked(undefined)}
            onSave={() => unlock()}
          >
            <p>{locked.path}</p>
            <PassphraseField
              label={t('exchange.package.unlock')}
              value={passphrase}
              onChange={setPassphrase}
              words={{
                show: t('exchange.passphrase.show'),
                hide: t('exchange.passphrase.hide'),
                caps: t('exchange.passphrase.caps'),
              }}
              autoFocus
            />
          </Dialog>
        )}
      </section>
    );
  }

  return (
    <form
      className="ty-wizard"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        next();
      }}
    >
      <p className="ty-soft">{t('wizard.step', { number: steps.indexOf(step) + 1 })}</p>
      <h1>{t(`wizard.${step}`)}</h1>
      {isBack && (
        <p className="ty-hint" role="status">
          {l('drafts.wizard')}{' '}
          <button
            type="button"
            className="ty-link"
            onClick={() => {
              void letDraftGo();
              setUnit({ name: '', shortName: '' });
              setTeam([emptyMember(newId()), emptyMember(newId()), emptyMember(newId())]);
              setOwner('');
              setStep('unit');
            }}
          >
            {l('drafts.wizard.anew')}
          </button>
        </p>
      )}
      <p className="ty-soft">{t(`wizard.${step}.why`)}</p>
      <div className="ty-wizard-body">
        {step === 'unit' && (
          <>
            <TextField
              label={t('wizard.unit.name')}
              value={unit.name}
              onChange={(name) => setUnit((now) => ({ ...now, name }))}
              error={tried && unit.name.trim() === '' ? t('wizard.unit.missing') : undefined}
              required
              autoFocus
            />
            <TextField
              label={t('wizard.unit.shortName')}
              value={unit.shortName}
              onChange={(shortName) => setUnit((now) => ({ ...now, shortName }))}
              hint={t('wizard.unit.shortName.hint')}
            />
          </>
        )}
        {step === 'team' && (
          <TeamTable team={team} onChange={setTeam} error={tried ? teamError : undefined} />
        )}
        {step === 'owner' && (
          <>
            <Choice
              label={t('wizard.owner')}
              value={owner}
              options={[
                ...members.map(({ id, name }) => ({ value: id, label: name.trim() })),
                { value: 'office', label: t('wizard.owner.office') },
              ]}
              onChange={setOwner}
            />
            {tried && owner === '' && (
              <p className="ty-error" role="alert">
                {t('wizard.owner.missing')}
              </p>
            )}
          </>
        )}
      </div>
      <div className="ty-actions">
        <button
          type="button"
          className="ty-button"
          onClick={() => setStep(step === 'unit' ? 'welcome' : step === 'team' ? 'unit' : 'team')}
        >
          {t('wizard.back')}
        </button>
        <button type="submit" className="ty-button ty-button-primary" disabled={busy}>
          {t(step === 'owner' ? 'wizard.finish' : 'wizard.next')}
        </button>
      </div>
    </form>
  );
}
