import { lazy, Suspense, useEffect, useMemo } from 'react';
import { standardCalendar } from '../../../shared/calendar/workdays';
import { edit, recordOf, recordOrDefault } from '../../../shared/changes/records';
import { nameOf } from '../../../shared/insight/people';
import type { RecordOf } from '../../../shared/model/collections';
import { unitId } from '../../../shared/model/unit';
import { NumberField } from '../../components/NumberField';
import { PageHeader } from '../../components/PageHeader';
import { SelectField } from '../../components/SelectField';
import { Table } from '../../components/Table';
import { TextField } from '../../components/TextField';
import { type Language, setLanguage, t, useLanguage } from '../../i18n/i18n';
import { act, tellFailure } from '../../state/act';
import { call } from '../../state/bridge';
import { askForCheck } from '../../state/checking';
import { isResuming, useOpen } from '../../state/forms';
import { useLocation } from '../../state/location';
import { useToday } from '../../state/today';
import { useRecords, useReplica } from '../../state/workspace';
import { SheetActions } from '../sheets/SheetActions';

const PersonDialog = lazy(() => import('./PersonDialog'));
const HolidaySection = lazy(() => import('./HolidaySection'));
const ThisPcSection = lazy(() => import('./ThisPcSection'));
const VaultSection = lazy(() => import('./VaultSection'));

type Unit = RecordOf<'unit'>;

/** In place of a leader, whose PC is the office's. */
const office = 'office';

const byRank = (a: RecordOf<'person'>, b: RecordOf<'person'>): number =>
  (a.role === b.role ? a.order - b.order : a.role === 'leader' ? -1 : 1) || (a.id < b.id ? -1 : 1);

/** The unit's name and rules, its people, and whose PC this is. */
export default function SettingsPage() {
  const replica = useReplica();
  const language = useLanguage();
  const today = useToday();
  const everybody = useRecords('person');
  const people = useMemo(() => [...everybody].sort(byRank), [everybody]);
  const [open, setOpen] = useOpen<string | 'new' | null>('SettingsPage.open', null);
  const { params } = useLocation();
  useEffect(() => {
    if (params.person && !isResuming()) setOpen(params.person);
  }, [params.person, setOpen]);
  const unit = recordOrDefault(replica.state, 'unit', unitId);
  const device = recordOrDefault(replica.state, 'device', replica.device);
  const give = (owner: string) => {
    const name =
      owner === office
        ? t('settings.pc.office')
        : t('settings.pc.of', { name: nameOf(replica.state, owner) });
    const fields = {
      person: owner === office ? '' : owner,
      ...(device.name === '' && { name }),
    };
    void act('device.owner', [edit('device', replica.device, fields)], {
      said: t('settings.saved'),
    });
  };
  const save = (fields: Partial<Omit<Unit, 'id'>>) =>
    void act('unit.set', [edit('unit', unitId, fields)], { said: t('settings.saved') });
  const speak = (next: Language) => {
    setLanguage(next);
    call('app.setLanguage', next).catch(tellFailure);
  };

  return (
    <section className="ty-page">
      <PageHeader
        title={t('settings.title')}
        sentence={t('settings.sentence', { folder: replica.folder })}
      />
      <div className="ty-section">
        <h2>{t('settings.unit')}</h2>
        <div className="ty-grid-3">
          <TextField
            label={t('wizard.unit.name')}
            value={unit.name}
            required
            onCommit={(name) => save({ name })}
            hint={t('settings.unit.hint')}
          />
          <TextField
            label={t('wizard.unit.shortName')}
            value={unit.shortName}
            onCommit={(shortName) => save({ shortName })}
          />
          <SelectField
            label={t('settings.owner')}
            // Set up from a package or a backup, nobody has chosen yet.
            value={recordOf(replica.state, 'device', device.id) ? device.person || office : ''}
            options={[
              ...people
                .filter(({ role }) => role === 'leader')
                .map(({ id, name }) => ({ value: id, label: name })),
              { value: office, label: t('wizard.owner.office') },
            ]}
            onChange={give}
          />
          <SelectField
            label={t('settings.ratingEvery')}
            value={unit.ratingEvery}
            options={[
              { value: 'month', label: t('settings.ratingEvery.month') },
              { value: 'quarter', label: t('settings.ratingEvery.quarter') },
            ]}
            onChange={(value) => save({ ratingEvery: value === 'quarter' ? 'quarter' : 'month' })}
          />
          <NumberField
            label={t('settings.ratingOpenDays')}
            value={unit.ratingOpenDays}
            min={1}
            max={60}
            wrong={t('settings.days.wrong')}
            onCommit={(value) => value !== null && save({ ratingOpenDays: Math.round(value) })}
          />
          <NumberField
            label={t('settings.ratingDueDays')}
            value={unit.ratingDueDays}
            min={1}
            max={60}
            wrong={t('settings.days.wrong')}
            onCommit={(value) => value !== null && save({ ratingDueDays: Math.round(value) })}
          />
          <SelectField
            label={t('settings.ratingNames')}
            value={unit.ratingNames ? 'yes' : 'no'}
            options={[
              { value: 'no', label: t('settings.ratingNames.no') },
              { value: 'yes', label: t('settings.ratingNames.yes') },
            ]}
            onChange={(value) => save({ ratingNames: value === 'yes' })}
          />
          <SelectField
            label={t('settings.scale')}
            value={unit.scale}
            options={(['four', 'five', 'hundred'] as const).map((value) => ({
              value,
              label: t(`settings.scale.${value}`),
            }))}
            onChange={(value) =>
              save({ scale: value === 'five' ? 'five' : value === 'hundred' ? 'hundred' : 'four' })
            }
          />
          <SelectField
            label={t('settings.moveDue')}
            value={unit.moveDue}
            options={[
              { value: 'earlier', label: t('settings.moveDue.earlier') },
              { value: 'later', label: t('settings.moveDue.later') },
            ]}
            hint={t('settings.calendar', { year: standardCalendar().lastYear ?? 0 })}
            onChange={(value) => save({ moveDue: value === 'later' ? 'later' : 'earlier' })}
          />
          <NumberField
            label={t('settings.soonDays')}
            value={unit.soonDays}
            min={0}
            max={60}
            wrong={t('settings.soonDays.wrong')}
            onCommit={(days) => days !== null && save({ soonDays: Math.round(days) })}
          />
          <NumberField
            label={t('settings.taskBehindPoints')}
            value={unit.taskBehindPoints}
            min={0}
            max={100}
            wrong={t('settings.taskBehindPoints.wrong')}
            onCommit={(points) => points !== null && save({ taskBehindPoints: points })}
          />
          <NumberField
            label={t('settings.reportGraceDays')}
            value={unit.reportGraceDays}
            min={0}
            max={60}
            wrong={t('settings.soonDays.wrong')}
            onCommit={(days) => days !== null && save({ reportGraceDays: Math.round(days) })}
          />
          <NumberField
            label={t('settings.termYears')}
            value={unit.termYears}
            min={1}
            max={40}
            wrong={t('settings.termYears.wrong')}
            onCommit={(years) => years !== null && save({ termYears: Math.round(years) })}
          />
          {(['hoursMember', 'hoursLeader'] as const).map((key) => (
            <NumberField
              key={key}
              label={t(`settings.${key}`)}
              value={unit[key]}
              min={0}
              max={1000}
              wrong={t('settings.hours.wrong')}
              onCommit={(hours) => hours !== null && save({ [key]: hours })}
            />
          ))}
          <SelectField
            label={t('settings.language')}
            value={language}
            options={[
              { value: 'zh', label: '简体中文' },
              { value: 'en', label: 'English' },
            ]}
            onChange={(value) => speak(value === 'en' ? 'en' : 'zh')}
          />
        </div>
      </div>
      <div className="ty-section">
        <div className="ty-figure-head">
          <h2>{t('settings.people', { count: people.length })}</h2>
          <div className="ty-actions">
            <SheetActions list="person" records={people} isEmpty={people.length === 0} />
            <button type="button" className="ty-button" onClick={() => setOpen('new')}>
              {t('settings.people.add')}
            </button>
          </div>
        </div>
        <Table
          isUnsaved
          label={t('settings.people', { count: people.length })}
          rows={people}
          columns={[
            {
              id: 'name',
              title: t('wizard.team.name'),
              sortBy: ({ name }) => name,
              cell: ({ id, name, left }) => (
                <>
                  <button type="button" className="ty-link" onClick={() => setOpen(id)}>
                    {name}
                  </button>
                  {left !== '' && left < today && (
                    <span className="ty-soft"> {t('settings.left.already')}</span>
                  )}
                </>
              ),
            },
            {
              id: 'role',
              title: t('settings.role'),
              cell: ({ role }) => t(`settings.role.${role}`),
            },
            { id: 'post', title: t('wizard.team.post'), cell: ({ post }) => post },
            {
              id: 'department',
              title: t('settings.department'),
              cell: ({ department }) =>
                recordOrDefault(replica.state, 'department', department).name,
            },
            {
              id: 'portfolio',
              title: t('wizard.team.portfolio'),
              cell: ({ portfolio }) => portfolio,
            },
          ]}
        />
      </div>
      <div className="ty-section">
        <h2>{t('repair.settings')}</h2>
        <p className="ty-actions">
          <span className="ty-hint">{t('repair.settings.what')}</span>
          <button type="button" className="ty-button" onClick={askForCheck}>
            {t('repair.settings.do')}
          </button>
        </p>
      </div>
      {open !== null && (
        <Suspense fallback={null}>
          <PersonDialog
            key={open}
            person={people.find(({ id }) => id === open)}
            lastOrder={Math.max(0, ...people.map(({ order }) => order))}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      )}
      <Suspense fallback={null}>
        <VaultSection />
        <HolidaySection />
        <ThisPcSection />
      </Suspense>
    </section>
  );
}
