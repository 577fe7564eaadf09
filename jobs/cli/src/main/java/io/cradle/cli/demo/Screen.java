package io.cradle.cli.demo;

import java.util.List;

/** Where the demonstration shows what comes out. */
interface Screen {

    /** Something special has happened. */
    void event(String sentence);

    /** Shows the table and the health line, if it is time to. */
    void show(List<String> table, String health);

    /** Shows lines that stay. */
    void print(List<String> lines);
}
