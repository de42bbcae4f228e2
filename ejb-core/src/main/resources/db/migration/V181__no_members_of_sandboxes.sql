-- Who joined at a sandbox is nobody whom the mall counts, lists or congratulates.
create policy no_tests on member as restrictive for select to rialto_mall
    using (join_site_id not in (select test_sites()));
