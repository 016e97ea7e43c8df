//! What each piece of a document is to who listens to it: a tree of headings, paragraphs, lists,
//! tables and pictures, made beside the rows and filled once they are drawn.

use krilla::tagging::{BBox, Identifier, Node, TagGroup, TagKind, TagTree};

/// A node of the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StructureId(usize);

enum StructureChild {
    Node(StructureId),
    Drawn(Identifier),
}

struct StructureNode {
    kind: TagKind,
    children: Vec<StructureChild>,
}

#[derive(Default)]
pub struct StructureTree {
    nodes: Vec<StructureNode>,
    tops: Vec<StructureId>,
}

impl StructureTree {
    /// A new node below another, or at the top.
    pub fn add(&mut self, parent: Option<StructureId>, kind: impl Into<TagKind>) -> StructureId {
        let id = StructureId(self.nodes.len());
        self.nodes.push(StructureNode {
            kind: kind.into(),
            children: Vec::new(),
        });
        match parent {
            Some(parent) => self.nodes[parent.0].children.push(StructureChild::Node(id)),
            None => self.tops.push(id),
        }
        id
    }

    /// Something of it was drawn, behind what was drawn before.
    pub fn is_drawn(&mut self, id: StructureId, drawn: Identifier) {
        self.nodes[id.0].children.push(StructureChild::Drawn(drawn));
    }

    /// Where a picture is.
    pub fn is_at(&mut self, id: StructureId, place: BBox) {
        if let TagKind::Figure(tag) = &mut self.nodes[id.0].kind {
            tag.set_bbox(Some(place));
        }
    }

    /// As the document holds it.
    pub fn tree(self) -> TagTree {
        let mut nodes: Vec<Option<StructureNode>> = self.nodes.into_iter().map(Some).collect();
        let mut tree = TagTree::new();
        for top in self.tops {
            if let Some(group) = group(&mut nodes, top) {
                tree.push(group);
            }
        }
        tree
    }
}

/// A node with all that is below it; each stands below one other.
fn group(nodes: &mut [Option<StructureNode>], id: StructureId) -> Option<TagGroup> {
    let node = nodes[id.0].take()?;
    let mut group = TagGroup::new(node.kind);
    for child in node.children {
        match child {
            StructureChild::Drawn(drawn) => group.push(drawn),
            StructureChild::Node(below) => {
                if let Some(below) = self::group(nodes, below) {
                    group.push(Node::Group(below));
                }
            }
        }
    }
    Some(group)
}
