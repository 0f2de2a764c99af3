import type { OwnDeed } from '../own-deeds.ts';
import { Button } from '../../widgets/button.tsx';
import type { Acts } from '../acts.ts';

/** What a lab alone offers for a process, as buttons. */
export const OwnDeeds = (props: { deeds: readonly OwnDeed[]; acts: Pick<Acts, 'intervene'> }) =>
  props.deeds.map(({ id, label, reason, what }) => (
    <Button key={id} disabledReason={reason} onPress={() => void props.acts.intervene(what)}>
      {label}
    </Button>
  ));
