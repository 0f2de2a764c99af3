import { useMemo } from 'react';
import { machineDiagram } from '../../../stage/machine.ts';
import type { StageWords } from '../../../stage/words.ts';
import type { MachineView } from '../../../view/inspect.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';

/** Drawing units across; the drawing scales to its column. */
const WIDTH = 264;

/** The machines of a process with their lit states, the protocol's first one in brief. */
export const Machines = (props: {
  machines: readonly MachineView[];
  words: StageWords;
  brief: boolean;
}) => (
  <>
    {props.machines.map((machine) => (
      <Machine key={machine.id} machine={machine} words={props.words} brief={props.brief} />
    ))}
  </>
);

const Machine = (props: { machine: MachineView; words: StageWords; brief: boolean }) => {
  const { machine, words, brief } = props;
  const drawing = useMemo(
    () => machineDiagram(machine, { words, width: WIDTH, brief }),
    [machine, words, brief],
  );
  return (
    <DrawingView
      className="machine"
      drawing={drawing}
      label={words.machine.label(machine.id, machine.current)}
    />
  );
};
