import { Drawer } from '@mantine/core';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import { DEFAULT_LIVE } from '../../../model/camera/types';
import { METHODS } from '../../../model/delivery/types';
import { SOURCE_KIND_VIEWS } from '../../source-kinds/source-kind-view';
import { panels, usePanel } from '../../window/panels';
import { say } from '../../ui/words';
import { copyNextSettings } from '../../session/settings-text';
import { session, useRunState, useSession } from '../../session/session';
import { BackpressureFields } from './backpressure-fields';
import { ConsumeField, FitField, MethodsField, ReadAheadField, SpeedField } from './run-fields';
import './settings.css';
import { SizeSettingField } from './size-setting-field';
import { kindOf } from '../../../model/source/kinds';

/** What the next run will be: methods, sizes, speed; open with S. */
export function SettingsPanel() {
  const open = usePanel('settings');
  return (
    <Drawer
      opened={open}
      onClose={() => panels.setState({ settings: false })}
      position="right"
      size={400}
      withOverlay={false}
      lockScroll={false}
      title={<strong>{say('settings.title')}</strong>}
      closeButtonProps={{ 'aria-label': say('settings.close') }}
      classNames={{ content: 'settings-sheet', body: 'settings-body' }}
    >
      <Fields />
    </Drawer>
  );
}

function Fields() {
  const { Settings } = useSession((s) => SOURCE_KIND_VIEWS.of(s.media));
  return (
    <>
      <NextRunNote />
      <MethodsField />
      {Settings ? <Settings /> : <FileFields />}
      <button className="btn" onClick={allDefaults}>
        {say('settings.allDefaults')}
      </button>
      <button className="btn" onClick={() => void copyNextSettings()}>
        {say('settings.text.copy')} <kbd>{say('shell.keys.caps.mod')} C</kbd>
      </button>
    </>
  );
}

function FileFields() {
  const methods = useSession((s) => s.settings.methods);
  const consumed = useSession((s) => !s.media || kindOf(s.media).consumed);
  const off = (method: (typeof METHODS)[number]): string | null =>
    methods.includes(method)
      ? null
      : say('settings.off', { method: say(`lanes.methods.${method}`) });
  return (
    <>
      <FitField />
      <SizeSettingField field="chunkBytes" idle={null} />
      <ReadAheadField idle={methods.every((method) => method === 'full-buffer')} />
      <h3>{say('lanes.methods.buffering')}</h3>
      <SizeSettingField field="prefetchBytes" idle={off('buffering')} />
      <SizeSettingField field="resumeBytes" idle={off('buffering')} />
      <SizeSettingField field="maxAheadBytes" idle={off('buffering')} />
      <h3>{say('lanes.methods.streaming')}</h3>
      <SizeSettingField field="streamingAheadBytes" idle={off('streaming')} />
      <BackpressureFields />
      <h3>{say('settings.run')}</h3>
      <SpeedField />
      {consumed && <ConsumeField />}
    </>
  );
}

function allDefaults(): void {
  const { setSettings, fit } = session.getState();
  setSettings({
    ...DEFAULT_SETTINGS,
    ...fit.sizes,
    methods: [...METHODS],
    speed: 1,
    live: DEFAULT_LIVE,
  });
}

/** While a run goes on: that it keeps its settings, and how to get the new ones. */
function NextRunNote() {
  const on = useRunState((s) => s?.phase === 'running' || s?.phase === 'paused');
  if (!on) return null;
  return (
    <p className="next-run" role="status">
      {say('settings.nextRun')}{' '}
      <button className="btn" onClick={() => session.getState().restart()}>
        {say('settings.restart')} <kbd>R</kbd>
      </button>
    </p>
  );
}
