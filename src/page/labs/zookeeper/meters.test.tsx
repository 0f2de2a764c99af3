// @vitest-environment happy-dom
import { within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { world } from '../../../stage/zookeeper/fixtures.ts';
import type { ZooKeeperFrame } from '../../../stage/zookeeper/fixtures.ts';
import { broadcast } from '../../../stage/zookeeper/members/fixtures.ts';
import { useSim } from '../../sim/store.ts';
import { shown } from '../../testing/shown.tsx';
import { Meters } from './meters.tsx';

/** What the servers have answered: reads and writes, by server. */
const answering = (
  frame: ZooKeeperFrame,
  counts: Readonly<Record<number, readonly [number, number]>>,
) => ({
  ...frame,
  detail: {
    ...frame.detail,
    servers: frame.detail.servers.map((one) => {
      const [reads = 0, writes = 0] = counts[one.pid] ?? [];
      return one.member === null ? one : { ...one, member: { ...one.member, reads, writes } };
    }),
  },
});

const answered = async (frame: ZooKeeperFrame) => {
  useSim.setState({ frame, playing: false });
  const screen = await shown(<Meters />);
  return screen.getByRole('region', { name: 'Answered in this run' });
};

it('counts for each server what it was asked, with bars of one scale', async () => {
  const region = await answered(answering(broadcast(), { 1: [3, 1], 2: [12, 0], 3: [0, 6] }));
  const [, ...rows] = within(region).getAllByRole('row');
  expect(rows.map((row) => row.textContent)).toEqual(['S131', 'S2120', 'S306']);
  const wide = [...region.querySelectorAll<HTMLElement>('.meters-bar')].map(
    ({ style }) => style.width,
  );
  // The longest is 90 px: twelve reads; three are a quarter of it, six writes a half.
  expect(wide).toEqual(['23px', '8px', '90px', '0px', '0px', '45px']);
  expect(region.querySelectorAll('.by-leader')).toHaveLength(3);
  expect(region.textContent).toContain('A write goes by the leader, wherever it was asked.');
});

it('where one server stands alone there is nothing to compare', async () => {
  const region = await answered(world({ clients: [] }));
  expect(within(region).queryByRole('table')).toBeNull();
  expect(region.textContent).toContain('One server alone answers everything.');
});
