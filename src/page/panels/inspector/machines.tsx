import { useMemo } from 'react';
import { machineDiagram } from '../../../stage/machine.ts';
import type { StageWords } from '../../../stage/words.ts';
import type { MachineView } from '../../../view/inspect.ts';
import { useLoose } from '../../words/use-words.ts';
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
      <Machine
        key={machine.id}
        machine={machine}
        words={props.words}
        brief={props.brief}
        named={props.machines.length > 1}
      />
    ))}
  </>
);

const Machine = (props: {
  machine: MachineView;
  words: StageWords;
  brief: boolean;
  /** It says which one it is. */
  named: boolean;
}) => {
  const t = useLoose('machine');
  const { machine, words, brief, named } = props;
  const name = t.has(`name.${machine.id}`) ? t(`name.${machine.id}`) : machine.id;
  const drawing = useMemo(
    () => machineDiagram(machine, { words, width: WIDTH, brief }),
    [machine, words, brief],
  );
  const view = (
    <DrawingView
      className="machine"
      drawing={drawing}
      label={words.machine.label(name, machine.current)}
    />
  );
  return named ? (
    <figure className="machine-named">
      <figcaption>{name}</figcaption>
      {view}
    </figure>
  ) : (
    view
  );
};
