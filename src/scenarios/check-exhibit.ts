import type { ProblemView } from '../view/command.ts';
import type { MajoritiesExhibit } from '../view/exhibit.ts';
import type { ScenarioStep } from '../view/scenario.ts';

type Path = readonly (string | number)[];

/** The questions that are asked of every place of a scenario. */
interface Asked {
  pid(pid: number | undefined, path: Path): void;
  once(pids: readonly number[], at: (index: number) => Path): void;
  report(code: string, path: Path, text: string, data?: ProblemView['data']): void;
}

/** What can be wrong with the figure that a step brings to the front. @param views those of its lab */
export function checkExhibit(
  { exhibit }: ScenarioStep,
  views: readonly string[],
  path: Path,
  check: Asked,
): void {
  if (exhibit === undefined) return;
  const known = views.join(', ');
  if (!views.includes(exhibit.kind)) {
    const text = `This lab has no view "${exhibit.kind}"; it has ${known}. Name one of these.`;
    check.report('scenario-no-such-view', [...path, 'kind'], text, { name: exhibit.kind, known });
  } else if (exhibit.kind === 'zkcli') check.pid(exhibit.client, [...path, 'client']);
  else if (exhibit.kind === 'majorities') majorities(exhibit, path, check);
}

/** An exhibit's servers are its own: 1, 2, … as many as it says, whatever the run has. */
function majorities(exhibit: MajoritiesExhibit, path: Path, check: Asked): void {
  if (exhibit.sets === undefined) return;
  const known = Array.from({ length: exhibit.servers }, (_, index) => index + 1);
  for (const [name, set] of Object.entries(exhibit.sets)) {
    const of = (index: number): Path => [...path, 'sets', name, index];
    set.forEach((sid: number, index: number) => {
      if (known.includes(sid)) return;
      const text = `There is no server ${sid} in this exhibit; there are ${known.join(', ')}. Name one of these, or raise servers.`;
      check.report('scenario-no-such-server', of(index), text, { sid, known: known.join(', ') });
    });
    check.once(set, of);
  }
}
