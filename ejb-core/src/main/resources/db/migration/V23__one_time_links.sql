-- Keys of tries named addresses in clear; they are keyed marks now and go after a day.
delete from throttle;
create index throttle_window on throttle (window_start);

-- A link or code that was mailed is looked up by its hash; what is over is swept away.
create index one_time_code_hash on one_time_code (code_hash);
create index one_time_code_expiry on one_time_code (expires_at);
