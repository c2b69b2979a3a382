import { describe, expect, it } from 'vitest';
import { runCsv } from '../../../model/runs/csv';
import { madeLog } from './made-runs';

describe('a run as CSV', () => {
  const log = madeLog('dropouts:1.3MB/s@3-6');
  const [head = '', ...rows] = runCsv(log).split('\r\n');

  it('has a row for every sample, under its columns', () => {
    expect(rows.pop()).toBe('');
    expect(rows).toHaveLength(log.lanes.reduce((sum, { samples }) => sum + samples.length, 0));
    const columns = head.split(',');
    const at = (row: string, column: string) => row.split(',')[columns.indexOf(column)];
    const [lane] = log.lanes;
    const sample = lane?.samples[20];
    const row = rows[20] ?? '';
    expect(at(row, 'method')).toBe(lane?.method);
    expect(Number(at(row, 't_s'))).toBeCloseTo((sample?.tMs ?? 0) / 1000, 6);
    expect(Number(at(row, 'received_bytes'))).toBe(sample?.receivedBytes);
    expect(Number(at(row, 'buffered_bytes'))).toBe(sample?.bufferedBytes);
  });

  it('holds the stalls of a lane in its last row, as starts and durations in seconds', () => {
    const lists = rows.map((row) => /"(\[.*\])"$/.exec(row)?.[1]).filter(Boolean);
    expect(lists).toHaveLength(log.lanes.length);
    const streaming = log.lanes.findIndex(({ method }) => method === 'streaming');
    const [stall] = log.lanes[streaming]?.stalls ?? [];
    const [first] = JSON.parse(lists[streaming] ?? '[]') as [number, number][];
    expect(first?.[0]).toBeCloseTo((stall?.atMs ?? 0) / 1000, 6);
    expect(first?.[1]).toBeCloseTo((stall?.durationMs ?? 0) / 1000, 6);
  });

  it('tells what a camera adds, and of a lane that broke before its first sample that it is there', () => {
    const [lane, ...others] = log.lanes;
    const sample = lane?.samples[0];
    if (!lane || !sample) throw new Error('There is a lane with samples.');
    const live = { ...sample, liveDelayMs: 250, behind: 'kept' as const, heldBack: true as const };
    const broken = { ...lane, state: 'failed' as const, samples: [], stalls: [] };
    const csv = runCsv({ ...log, lanes: [{ ...lane, samples: [live] }, broken, ...others] });
    const [, first = '', second] = csv.split('\r\n');
    expect(first).toContain(',1,0.25,kept,"[');
    expect(second).toBe(`${lane.method},,failed,,,,,,,,,,,,,"[]"`);
    for (const row of csv.trimEnd().split('\r\n')) {
      expect(row.replace(/"[^"]*"/, '').split(',')).toHaveLength(head.split(',').length);
    }
  });
});
