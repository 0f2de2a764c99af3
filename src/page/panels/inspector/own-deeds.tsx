import { createContext, use } from 'react';
import type { Frame, ProcessView } from '../../../view/frame.ts';
import type { Intervention } from '../../../view/intervention.ts';
import { Button } from '../../widgets/button.tsx';
import type { Acts } from '../acts.ts';

/** What can be done to a process in one lab alone: in its inspector and in its menu on the stage. */
export interface OwnDeed {
  readonly id: string;
  readonly label: string;
  /** Why it cannot be done now. */
  readonly reason: string | null;
  readonly what: Intervention;
}

export type OwnDeedsOf = (process: ProcessView, frame: Frame) => readonly OwnDeed[];

export const OwnDeedsContext = createContext<OwnDeedsOf>(() => []);

/** The lab's own deeds for each of its processes. */
export const useOwnDeeds = (): OwnDeedsOf => use(OwnDeedsContext);

/** What a lab alone offers for a process, as buttons. */
export const OwnDeeds = (props: { deeds: readonly OwnDeed[]; acts: Pick<Acts, 'intervene'> }) =>
  props.deeds.map(({ id, label, reason, what }) => (
    <Button key={id} disabledReason={reason} onPress={() => void props.acts.intervene(what)}>
      {label}
    </Button>
  ));
