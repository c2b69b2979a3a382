import { beforeEach, describe, expect, it } from 'vitest';
import { formatLinkSpec, parseLinkSpec } from '../../../../model/link/spec/spec';
import { choosePreset, setLinkSpec } from '../../../../renderer/compare/link-panel/use-link';
import { session } from '../../../../renderer/session/session';

const link = () => formatLinkSpec(session.getState().link);

describe('choosing a preset', () => {
  beforeEach(() => {
    session.setState({ link: parseLinkSpec('dropouts:2MB/s@3-4;latency=30ms') });
    setLinkSpec(parseLinkSpec('constant:2MB/s;latency=30ms'));
  });

  it('keeps rate and latency', () => {
    choosePreset('unstable');
    expect(link()).toBe('unstable:2MB/s;latency=30ms');
  });

  it('brings the rate back after a link without one', () => {
    choosePreset('unlimited');
    expect(link()).toBe('unlimited;latency=30ms');
    choosePreset('steady');
    expect(link()).toBe('constant:2MB/s;latency=30ms');
  });

  it('brings back what was set before a curve, not its mean and its latency', () => {
    setLinkSpec(parseLinkSpec('steps:0=1MB/s,7=333kB/s;latency=290ms;repeat=20s'));
    choosePreset('steady');
    expect(link()).toBe('constant:2MB/s;latency=30ms');
  });
});
