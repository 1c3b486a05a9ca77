package org.sipprovisioning.space;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A counter that every transaction raises when it changes a space. One cheap query tells a node whether its copies are still current. */
@SuppressWarnings("unused") // Queries and the persistence provider read fields that no Java code reads
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
