import type { ComponentProps } from 'react';
import { Link } from './link';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';
type Look = { kind?: ButtonKind; size?: 'normal' | 'small' };

/** A verb that acts. One primary a screen; `danger` only when something is lost. */
export function Button({
  kind = 'primary',
  size = 'normal',
  type = 'button',
  ...rest
}: Look & ComponentProps<'button'>) {
  return <button className="btn" data-kind={kind} data-size={size} type={type} {...rest} />;
}

/** A link that looks like a button because it starts something; it stays a link. */
export function ButtonLink({ kind = 'primary', size = 'normal', ...rest }: Look & ComponentProps<typeof Link>) {
  return <Link className="btn" data-kind={kind} data-size={size} {...rest} />;
}

export function ButtonRow({ children }: { children: React.ReactNode }) {
  return <div className="btn-row">{children}</div>;
}
