-- What the database needs before the first deployment: an owner who may migrate, and the two roles the application logs
-- in as. Run it as a superuser, with psql's variables owner_password, app_password and front_password.
create role rialto_owner login createrole password :'owner_password';
create role rialto_app login noinherit password :'app_password';
create role rialto_front login noinherit password :'front_password';
-- Korean, Japanese and Chinese are found and sorted by ICU; LC_CTYPE must not be C.
create database rialto owner rialto_owner encoding 'UTF8' template template0
    locale_provider icu icu_locale 'und' locale 'C.UTF-8';
