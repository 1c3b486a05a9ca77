package org.sipprovisioning.space;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Raised in every transaction that changes a space: one cheap query tells a node whether its copies are still good. */
@SuppressWarnings("unused") // Queries read what no Java does
@Entity
@Table(name = "change_counter")
public class ChangeCounter {
    static final String SPACE = "space";

    @Id
    @Column(name = "name")
    private String name;

    @Column(name = "changes")
    private long changes;

    protected ChangeCounter() {}
}
