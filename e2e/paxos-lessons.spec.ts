import { test } from './fixtures.ts';
import { Reader } from './reader.ts';

// `lessons.spec.ts` takes every lesson by mouse in English and by the keyboard in Chinese.
for (const id of ['paxos-case-1', 'paxos-case-2', 'paxos-case-3']) {
  test(`the lesson ${id} is played to its end in English too by the keyboard alone`, async ({
    lab,
  }) => {
    const reader = new Reader(lab, id, 'en', 'keyboard');
    await reader.open();
    for (const step of reader.steps) {
      await reader.expectStep(step);
      if (reader.asks(step)) await reader.answer(step, 'right');
      else await reader.goOn();
      await reader.expectOver(step);
      await reader.next(step);
    }
    await reader.expectEnd();
  });
}
