import { useLayoutEffect, useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import { CommandLine } from './command-line.tsx';
import type { CommandLineHandle, CommandLineProps } from './command-line.tsx';
import './terminal.css';

/** How near to its end a log still counts as being there, CSS px. */
const NEAR = 24;

interface TerminalProps extends Omit<CommandLineProps, 'name' | 'ref'> {
  /** Accessible names of the field and of the log. */
  command: string;
  output: string;
  /** The lines. */
  children: ReactNode;
  field: RefObject<CommandLineHandle | null>;
  /** Stands in the place of the field when nobody reads what is typed. */
  closed?: ReactNode;
  isClosed?: boolean;
}

/** A log with the line that is being typed below it, as a terminal shows them. */
export const Terminal = (props: TerminalProps) => {
  const { command, output, children, field, closed, isClosed = false, prompt, ...line } = props;
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const top = useRef(0);

  // The end stays in sight, whatever grows there, and in a log that becomes smaller itself.
  useLayoutEffect(() => {
    const { current } = box;
    const content = current?.firstElementChild ?? null;
    if (current === null || content === null) return undefined;
    const toEnd = (): void => {
      if (atEnd.current) current.scrollTop = current.scrollHeight;
    };
    toEnd();
    const observer = new ResizeObserver(toEnd);
    observer.observe(current);
    observer.observe(content);
    return () => observer.disconnect();
  }, []);

  /** Only who goes up leaves the end; that it grows below does not count. */
  const onScroll = (): void => {
    const { current } = box;
    if (current === null) return;
    const { scrollTop, scrollHeight, clientHeight } = current;
    if (scrollHeight - scrollTop - clientHeight < NEAR) atEnd.current = true;
    else if (scrollTop < top.current) atEnd.current = false;
    top.current = scrollTop;
  };
  /** Whoever clicks anywhere wants to type, unless a text is being marked. */
  const onClick = (target: EventTarget): void => {
    const marked = getSelection()?.isCollapsed === false;
    if (!marked && target instanceof Element && target.closest('button') === null)
      field.current?.focus();
  };

  return (
    // The click only spares the way to the field, which the keyboard reaches by itself.
    <div
      className="terminal"
      ref={box}
      role="presentation"
      onScroll={onScroll}
      onClick={(event) => onClick(event.target)}
    >
      <div role="log" aria-label={output}>
        {children}
      </div>
      {isClosed ? closed : <CommandLine {...line} ref={field} name={command} prompt={prompt} />}
    </div>
  );
};
