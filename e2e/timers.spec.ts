import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';

test('a timer is held, released and fired by hand, and the link replays it', async ({
  lab,
  page,
  context,
}) => {
  await lab.openElection();
  await lab.runUntilLeader();
  const leader = (await lab.frame()).processes.find(({ state }) => state === 'LEADING')?.pid ?? 0;
  await lab.inspect(leader);
  const inspector = lab.inspector(leader);
  await inspector.getByText('Timers', { exact: true }).click();
  const deed = (name: string) => inspector.getByRole('button', { name: `${name}: next tick` });
  const tick = inspector.getByRole('listitem').filter({ hasText: 'next tick' });

  await deed('Hold').click();
  await lab.idle();
  await expect(tick).toContainText('held');
  await expect(lab.happened()).toContainText(`A timer of server ${leader} is held`);
  await deed('Release').click();
  await lab.idle();
  await expect(tick).toContainText('ms');

  await deed('Fire now').click();
  await lab.idle();
  await lab.runUntilServing(leader);
  const [fired, next] = await page.evaluate(async () => {
    const to = window.zooscope.frame()?.position ?? 0;
    const { history = [] } = await window.zooscope.send({
      type: 'history',
      from: 0,
      to,
      all: true,
      most: to,
    });
    const at = history.findIndex(({ facts }) => facts.some(({ rule }) => rule === 'timer-fired'));
    return history.slice(at, at + 2);
  });
  expect(fired).toMatchObject({ kind: 'intervention' });
  expect(next).toMatchObject({ kind: 'timer', pid: leader, time: fired?.time });
  const { position } = await lab.frame();

  const link = await lab.linkToThisRun();
  const other = new Lab(await context.newPage());
  await other.page.goto(link);
  await other.idle();
  await other.expectPosition(position);
  expect(await other.digest()).toBe(await lab.digest());
});
