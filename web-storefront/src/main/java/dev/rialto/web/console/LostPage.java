package dev.rialto.web.console;

/** Where a wrong address leads. */
@Route(path = "/problem", view = "problem", who = Who.ANYONE)
class LostPage implements ConsolePage {
    @Override
    public Outcome open(Visit visit) {
        throw ConsoleError.NO_SUCH_PAGE.now();
    }
}
