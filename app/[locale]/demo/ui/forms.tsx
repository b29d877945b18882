import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Checkbox, Checkboxes, Radios } from '@/components/ui/choices';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { Select } from '@/components/ui/select';
import { DateInput, FileInput, MoneyInput, TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { refuseAction } from './action';
import type { Words } from './words';

export function FormsShow({ w }: { w: Words }) {
  return (
    <section id="forms">
      <ActionForm action={refuseAction} hidden={{ sentence: w.wrong }} heading={<h2 className="mb-5">{w.forms}</h2>}>
        <TextInput name="title" label={w.name} help={w.nameHelp} />
        <Textarea
          name="problem"
          label={w.problem}
          help={w.problemHelp}
          limit={{ lines: 2 }}
          defaultValue={w.problemText}
        />
        <Textarea name="pitch" label={w.mission} optional limit={{ characters: 300 }} rows={2} />
        <Checkboxes
          name="profiles"
          label={w.profiles}
          defaultValue={['data']}
          options={[
            { value: 'dev', label: w.developer },
            { value: 'design', label: w.designer },
            { value: 'data', label: w.data },
            { value: 'law', label: w.law, help: w.lawHelp },
          ]}
        />
        <Radios
          inline
          name="backing"
          label={w.backing}
          options={[
            { value: 'yes', label: w.yes },
            { value: 'no', label: w.no },
          ]}
        />
        <Select
          name="ministry"
          label={w.ministry}
          placeholder={w.choose}
          options={[
            { value: 'culture', label: w.culture },
            { value: 'ecology', label: w.ecology },
          ]}
        />
        <MoneyInput name="amount" label={w.amount} defaultValue="20 000,50" />
        <DateInput name="day" label={w.day} optional />
        <DateInput name="hour" label={w.hour} withTime defaultValue="2022-03-18T23:59" />
        <FileInput name="file" label={w.file} help={w.fileHelp} />
        <TextInput name="fixed" label={w.organisation} readOnly defaultValue={w.long} errors={[w.noticeBad]} />
        <Checkbox name="attest" label={w.attest} />
        <SubmitButton>{w.send}</SubmitButton>
      </ActionForm>
      <div className="mt-10">
        <Notice title={w.noticeTitle} tone="time" boxed>
          {w.notice}
        </Notice>
        <Notice tone="info">{w.noticeInfo}</Notice>
        <Notice tone="good" boxed title={w.noticeGood} />
        <Notice tone="bad" boxed title={w.noticeBad} />
        <Panel level={2} title={w.panel}>
          {w.panelBody}
        </Panel>
      </div>
    </section>
  );
}
