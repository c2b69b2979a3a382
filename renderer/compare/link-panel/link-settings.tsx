import { NumberInput, Popover, Slider, TextInput } from '@mantine/core';
import { useState } from 'react';
import { rateFigure } from '../../../model/figures';
import { formatOutages, parseOutages } from '../../../model/link/outages';
import type { LinkSpec } from '../../../model/link/types';
import { CaretIcon } from '../../ui/icons';
import { say } from '../../ui/words';
import { session, useSession } from '../../session/session';
import { clampRate, nearestRateStep, RATE_MAX, RATE_MIN, RATE_STEPS } from '../../link/link-choice';
import { useHidden } from '../../window/profile';
import { editLink, setLinkSpec, useLinkSpec } from './use-link';
import { messageOf } from '../../../model/message-of';

/** The rate of the link, and behind it everything else that it can be set to. */
export function LinkSettings() {
  const spec = useLinkSpec();
  const rate = rateWord(spec);
  return (
    <Popover position="top-end" width={320} trapFocus returnFocus withRoles>
      <Popover.Target>
        <button className="btn bare link-rate" aria-label={say('link.adjust', { rate })}>
          {rate}
          <CaretIcon />
        </button>
      </Popover.Target>
      <Popover.Dropdown className="popup" aria-label={say('link.title')}>
        {spec.curve ? <CurveRate spec={spec} /> : <RateFields spec={spec} />}
        <div className="field-row">
          <DelayField spec={spec} field="latencyMs" />
          <DelayField spec={spec} field="jitterMs" />
        </div>
        {spec.kind === 'dropouts' && <OutagesField spec={spec} />}
        <SeedField needed={byLot(spec)} />
        <p className="small">{say('link.ownCopyLong')}</p>
      </Popover.Dropdown>
    </Popover>
  );
}

function rateWord(spec: LinkSpec): string {
  if (spec.kind === 'unlimited') return say('link.unlimitedRate');
  const rate = rateFigure(spec.rate);
  return spec.curve ? say('link.meanRate', { rate }) : rate;
}

/** A curve has its own rates: they are changed where they are drawn. */
function CurveRate({ spec }: { spec: LinkSpec }) {
  const hidden = useHidden('link-editor');
  return (
    <div className="curve-rate">
      <p className="small">{say('link.curveRate', { rate: rateFigure(spec.rate) })}</p>
      {!hidden && (
        <button className="btn" onClick={editLink}>
          {say('link.edit')} <kbd>L</kbd>
        </button>
      )}
    </div>
  );
}

function RateFields({ spec }: { spec: LinkSpec }) {
  const unlimited = spec.kind === 'unlimited';
  const set = (rate: number): void => setLinkSpec({ ...spec, rate: clampRate(rate) });
  return (
    <>
      <NumberInput
        label={say('link.rate')}
        description={unlimited ? say('link.rateUnlimited') : undefined}
        disabled={unlimited}
        value={unlimited ? '' : spec.rate / 1e6}
        onChange={(value) => typeof value === 'number' && value > 0 && set(value * 1e6)}
        min={RATE_MIN / 1e6}
        max={RATE_MAX / 1e6}
        step={0.1}
        decimalScale={6}
        clampBehavior="blur"
      />
      <Slider
        disabled={unlimited}
        min={0}
        max={RATE_STEPS.length - 1}
        value={unlimited ? RATE_STEPS.length - 1 : nearestRateStep(spec.rate)}
        label={(i) => rateFigure(RATE_STEPS[i] ?? RATE_MIN)}
        onChange={(i) => set(RATE_STEPS[i] ?? RATE_MIN)}
        thumbLabel={say('link.rate')}
      />
    </>
  );
}

function DelayField({ spec, field }: { spec: LinkSpec; field: 'latencyMs' | 'jitterMs' }) {
  return (
    <NumberInput
      label={say(`link.${field}`)}
      value={spec[field]}
      onChange={(value) => typeof value === 'number' && setLinkSpec({ ...spec, [field]: value })}
      min={0}
      max={10_000}
      step={10}
      decimalScale={0}
      clampBehavior="strict"
    />
  );
}

/** Scheduled outages as text, "12-17,30-37"; what cannot be read is not applied, and the reason is said. */
function OutagesField({ spec }: { spec: LinkSpec }) {
  const inUse = formatOutages(spec.outages);
  const [text, setText] = useState(inUse);
  const [reason, setReason] = useState<string | null>(null);
  const change = (next: string): void => {
    setText(next);
    try {
      setLinkSpec({ ...spec, outages: parseOutages(next) });
      setReason(null);
    } catch (error) {
      setReason(messageOf(error));
    }
  };
  return (
    <TextInput
      label={say('link.outages')}
      value={text}
      error={reason}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={() => {
        setText(inUse);
        setReason(null);
      }}
    />
  );
}

const byLot = ({ kind, jitterMs, laterMs, longerMs }: LinkSpec): boolean =>
  kind === 'unstable' || jitterMs > 0 || laterMs > 0 || longerMs > 0;

/** The seed of an unstable link and of jitter: the same seed makes the same run. */
function SeedField({ needed }: { needed: boolean }) {
  const seed = useSession((s) => s.seed);
  const setSeed = (next: number): void => session.getState().setSeed(next);
  return (
    <div className="field-row">
      <NumberInput
        label={say('link.seed')}
        description={needed ? undefined : say('link.seedIdle')}
        disabled={!needed}
        value={seed}
        onChange={(value) => typeof value === 'number' && setSeed(value)}
        min={0}
        max={999_999}
        step={1}
        decimalScale={0}
        clampBehavior="strict"
      />
      <button
        className="btn"
        disabled={!needed}
        onClick={() => setSeed(Math.floor(Math.random() * 1_000_000))}
      >
        {say('link.newSeed')}
      </button>
    </div>
  );
}
