// @vitest-environment happy-dom
import { within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { choosing, crowd } from '../../../stage/cap/fixtures.ts';
import type { CapDetail } from '../../../view/cap.ts';
import { shown } from '../../testing/shown.tsx';
import { Meters } from './meters.tsx';

const { detail } = choosing();

/** What stands beside a meter's name. */
const meters = async (of: CapDetail) => {
  const screen = await shown(<Meters detail={of} />);
  const list = screen.getByLabelText('Meters of this run');
  return (name: string): HTMLElement => {
    const term = within(list).getByText(name);
    if (!(term.nextElementSibling instanceof HTMLElement))
      throw new Error(`nothing beside ${name}`);
    return term.nextElementSibling;
  };
};

/** Boxes, and how many of them are full. */
const boxesOf = (meter: HTMLElement): readonly [number, number] => [
  meter.querySelectorAll('.cap-boxes i').length,
  meter.querySelectorAll('.cap-boxes i.full').length,
];

it('counts what each side was answered while the network was cut, a box for each request', async () => {
  const beside = await meters(detail);
  expect(beside('minority answered').textContent).toBe('1 of 5');
  expect(boxesOf(beside('minority answered'))).toEqual([5, 1]);
  expect(beside('majority answered').textContent).toBe('2 of 2');
  expect(boxesOf(beside('majority answered'))).toEqual([2, 2]);
  const { reads, writes } = detail.meters.minority;
  expect(beside('minority answered').parentElement?.title).toBe(
    `reads ${reads.answered}/${reads.issued}, writes ${writes.answered}/${writes.issued}`,
  );
});

it('says how old reads were, and marks what was lost', async () => {
  const beside = await meters(detail);
  expect(beside('staleness of reads').textContent).toContain('most 1, mean 0.5');
  expect(beside('acknowledged, then lost').querySelector('.w-violation')).toBeNull();
  expect(beside('different values of x').textContent).toBe('2');

  const lost = await meters({ ...detail, meters: { ...detail.meters, lost: 1 } });
  expect(lost('acknowledged, then lost').querySelector('.w-violation')?.textContent).toBe('1');
});

it('only counts what would be too many boxes, and says so where nothing was read', async () => {
  const { meters: counted } = detail;
  const none = { issued: 0, answered: 0 };
  const many = { ...counted.majority, issued: 13, answered: 9 };
  const unread = { ...counted.all, reads: none };
  const beside = await meters({
    ...crowd().detail,
    meters: { ...counted, majority: many, all: unread },
  });
  expect(beside('majority answered').textContent).toBe('9 of 13');
  expect(boxesOf(beside('majority answered'))).toEqual([0, 0]);
  expect(beside('staleness of reads').textContent).toContain('none read');
});
