-- Days are compared with a provider by a job, one run of a provider at a time; lines that are equal are kept as well.
create unique index job_run_comparison on job_run ((parameters ->> 'provider'))
    where job = 'provider-comparison' and state in ('requested', 'running');

alter table provider_difference drop constraint provider_difference_side_check;
alter table provider_difference add constraint provider_difference_side_check
    check (side in ('equal', 'ours_only', 'theirs_only', 'differs'));
