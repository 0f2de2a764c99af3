import { test } from './fixtures.ts';
import { expectLegible, onEachScreen } from './room-parts.ts';

onEachScreen(() => {
  test('beside a question the servers, the cut and both clients can be read (cap-choose)', ({
    lab,
  }) => expectLegible(lab, 'cap-choose', [2, 4, 7, 8]));
});
