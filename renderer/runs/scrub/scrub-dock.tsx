import { Menu } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useStore } from 'zustand';
import { secondsFigure } from '../../../model/figures';
import type { RecordedRun } from '../../../model/run/recorded-run';
import { jumpsOf, type Jump } from '../../../model/runs/moments';
import { markText } from '../../charts/mark-signs';
import { BreakMenu } from '../../ui/break-menu';
import { Choice } from '../../ui/choice';
import { BackIcon, CaretIcon, PauseIcon, RunIcon } from '../../ui/icons';
import { say } from '../../ui/words';
import { NoteRow, type KeepNote } from './notes';
import { RATES, type Playback } from './playback';
import { firstRange, zoomed } from './range';
import { useScrubKeys } from './scrub-keys';
import { Timeline } from './timeline';
import { useMarks, useShownMs } from './use-shown';

interface ScrubDockProps {
  run: RecordedRun;
  playback: Playback;
  /** Keeps a note; null where nothing of the run is kept. */
  keep: KeepNote | null;
  /** Goes back to where the run was opened; null where that is nowhere. */
  leave: (() => void) | null;
  /** Hands the run on as a file; null where it cannot be. */
  hand: (() => void) | null;
  /** Takes its settings to Compare; null where there is none. */
  repeat: (() => void) | null;
  /** Puts its settings on the clipboard; null where there is none of the app's. */
  copy: (() => void) | null;
}

/** Plays a run, steps through it, and shows what happened when. */
export function ScrubDock(props: ScrubDockProps) {
  const { run, playback, keep, leave, hand, repeat, copy } = props;
  const [jumping, setJumping] = useState(false);
  const [noting, setNoting] = useState<number | null>(null);
  const [range, setRange] = useState(() => firstRange(run.lengthMs));
  const note = useCallback(() => setNoting(run.shownMs()), [run]);
  const jump = useCallback(() => setJumping(true), []);
  const zoom = useCallback(
    (factor: number) => setRange((now) => zoomed(now, factor, run.shownMs(), run.lengthMs)),
    [run],
  );
  useScrubKeys({ run, playback, note: keep && note, jump, leave, hand, repeat, copy, zoom });
  return (
    <section className="scrub-dock panel" aria-label={say('runs.dock')}>
      <div className="scrub-bar">
        <PlayButtons playback={playback} />
        <span className="small">{say('runs.speed')}</span>
        <Speed playback={playback} />
        <span className="small scrub-word">{say('runs.event')}</span>
        <button className="btn" onClick={() => playback.step(-1)}>
          {say('runs.previous')} <kbd>,</kbd>
        </button>
        <button className="btn" onClick={() => playback.step(1)}>
          {say('runs.next')} <kbd>.</kbd>
        </button>
        <JumpMenu run={run} playback={playback} opened={jumping} onChange={setJumping} />
        <span className="grow" />
        <NextBreak run={run} playback={playback} />
      </div>
      <NoteRow run={run} keep={keep} noting={noting} onNoting={setNoting} />
      <Timeline run={run} playback={playback} asked={range} onRange={setRange} />
    </section>
  );
}

function PlayButtons({ playback }: { playback: Playback }) {
  const direction = useStore(playback.store, (s) => s.direction);
  const plays = direction !== 0;
  return (
    <>
      <button className="btn" aria-pressed={direction === -1} onClick={() => playback.play(-1)}>
        <BackIcon /> {say('runs.playBack')} <kbd>J</kbd>
      </button>
      <button className="btn primary" onClick={() => playback.toggle()}>
        {plays ? <PauseIcon /> : <RunIcon />} {say(plays ? 'runs.pause' : 'runs.play')}{' '}
        <kbd>Space</kbd>
      </button>
      <button className="btn" aria-pressed={direction === 1} onClick={() => playback.play(1)}>
        {say('runs.forward')} <kbd>L</kbd> <RunIcon />
      </button>
    </>
  );
}

function Speed({ playback }: { playback: Playback }) {
  const rate = useStore(playback.store, (s) => s.rate);
  return (
    <Choice
      label={say('runs.speed')}
      value={String(rate)}
      options={RATES.map((each) => ({ value: String(each), label: String(each) }))}
      onChange={(chosen) => playback.setRate(RATES.find((each) => String(each) === chosen) ?? 1)}
    />
  );
}

interface JumpMenuProps {
  run: RecordedRun;
  playback: Playback;
  opened: boolean;
  onChange: (opened: boolean) => void;
}

function JumpMenu({ run, playback, opened, onChange }: JumpMenuProps) {
  useMarks(run);
  return (
    <Menu opened={opened} onChange={onChange} position="top-start" returnFocus>
      <Menu.Target>
        <button className="btn">
          {say('runs.jump')} <kbd>G</kbd> <CaretIcon />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {jumpsOf(run.log).map((jump) => (
          <Menu.Item
            key={`${jump.to} ${String(jump.tMs)}`}
            rightSection={secondsFigure(jump.tMs)}
            onClick={() => playback.jump(jump.tMs)}
          >
            {jumpWords(jump)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function jumpWords(jump: Jump): string {
  switch (jump.to) {
    case 'mark':
      return markText(jump.mark);
    case 'outage':
      return say('runs.jumps.outage', { n: jump.n });
    case 'first-frame':
    case 'first-stall':
    case 'end':
      return say(`runs.jumps.${jump.to}`);
  }
}

/** What playing pauses at, and in how long. */
function NextBreak({ run, playback }: { run: RecordedRun; playback: Playback }) {
  const breakAt = useStore(playback.store, (s) => s.breakAt);
  const shownMs = useShownMs(run);
  const nextMs = breakAt === null ? null : playback.nextBreak();
  const words =
    breakAt === null
      ? say('runs.breaks.none')
      : nextMs === null
        ? say(`runs.breaks.no.${breakAt}`)
        : say(`runs.breaks.at.${breakAt}`, { seconds: secondsFigure(nextMs - shownMs) });
  return <BreakMenu breakAt={breakAt} words={words} onChange={(at) => playback.setBreak(at)} />;
}
