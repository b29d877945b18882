'use client';
import { useEffect, useRef } from 'react';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import type { FormAction } from '@/lib/form';

const READ_AFTER_MS = 3_000;

/** « Mark as read »: pressed by itself once its text has been in view for three seconds, by hand without scripts. */
export function SeenMark({
  action,
  applicationId,
  label,
}: {
  action: FormAction;
  applicationId: string;
  label: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watch = new IntersectionObserver(([entry]) => {
      clearTimeout(timer);
      if (entry?.isIntersecting)
        timer = setTimeout(() => element.querySelector('form')?.requestSubmit(), READ_AFTER_MS);
    });
    watch.observe(element);
    return () => {
      clearTimeout(timer);
      watch.disconnect();
    };
  }, []);
  return (
    <div ref={box}>
      <ActionForm action={action} hidden={{ applicationId }}>
        <SubmitButton kind="quiet" size="small">
          {label}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}
